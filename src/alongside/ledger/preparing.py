"""What must be true of a database before anything is decided on it: tables, triggers, first row, projections."""

from collections.abc import Callable

from alongside.ledger.engine import Engine, Where, open_engine
from alongside.ledger.genesis import Genesis, Identity, begin_ledger, find_identity, must_match
from alongside.ledger.guidance import Guidance
from alongside.ledger.refused import LedgerRefused
from alongside.ledger.replay import bring_up
from alongside.ledger.schema import install, must_be_guarded
from alongside.ledger.seat import Seat


def prepare(where: Where, genesis: Genesis | None, clock: Callable[[], int], guidance: Guidance) -> Seat:
    """Tables, triggers, first row: made where new, checked where not; then the board is read. Raises :class:`LedgerRefused`."""
    engine = open_engine(where)
    try:
        identity = check(engine, genesis, clock())
        return Seat(engine, lambda: open_engine(where), identity, bring_up(engine), guidance)
    except BaseException:
        engine.close()
        raise


def check(engine: Engine, genesis: Genesis | None, now: int) -> Identity:
    """The checks of every start; ``now`` (ms UTC) dates the first row of a new ledger."""
    install(engine)
    must_be_guarded(engine)
    engine.begin()
    identity = find_identity(engine) or _begin(engine, genesis, now)
    engine.commit()
    must_match(identity, genesis)
    return identity


def _begin(engine: Engine, genesis: Genesis | None, now: int) -> Identity:
    if genesis is None:
        engine.rollback()
        raise LedgerRefused("This ledger is new: say whether it is for demo or live use before anything is written to it.")
    return begin_ledger(engine, genesis, now)
