"""What must be true of a database before anything is decided on it: tables, triggers, first row, projections."""

from collections.abc import Callable

from alongside.ledger.engine import Engine
from alongside.ledger.genesis import Genesis, Identity, begin_ledger, find_identity, must_match
from alongside.ledger.memory import Memory
from alongside.ledger.refused import LedgerRefused
from alongside.ledger.replay import bring_up
from alongside.ledger.schema import install, must_be_guarded


def prepare(engine: Engine, genesis: Genesis | None, clock: Callable[[], int]) -> tuple[Identity, Memory]:
    """Tables, triggers, first row: made where new, checked where not. Gives what the writer starts with."""
    install(engine)
    must_be_guarded(engine)
    engine.begin()
    identity = find_identity(engine)
    if identity is None:
        identity = _begin(engine, genesis, clock())
    engine.commit()
    must_match(identity, genesis)
    return identity, bring_up(engine)


def _begin(engine: Engine, genesis: Genesis | None, now: int) -> Identity:
    if genesis is None:
        engine.rollback()
        raise LedgerRefused("This ledger is new: say whether it is for demo or live use before anything is written to it.")
    return begin_ledger(engine, genesis, now)
