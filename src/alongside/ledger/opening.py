"""Open a ledger for writing."""

from collections.abc import Callable

from alongside.core.rules import Rules
from alongside.core.travel import Travel
from alongside.ledger.clock import now_ms
from alongside.ledger.engine import Where, is_postgres, open_engine, sqlite_path
from alongside.ledger.follow import follow
from alongside.ledger.genesis import Genesis
from alongside.ledger.guidance import Guidance
from alongside.ledger.ledger import Ledger
from alongside.ledger.lock import own
from alongside.ledger.preparing import prepare
from alongside.ledger.reading import Reading


def open_ledger(where: Where, rules: Rules, travel: Travel, *, genesis: Genesis | None = None, clock: Callable[[], int] = now_ms) -> Ledger:
    """Open a ledger for writing, making it where there is none yet.

    ``where`` is a SQLite file or a PostgreSQL address; ``genesis`` must be given for a new ledger and must match an old one;
    ``clock`` gives ms UTC. Raises :class:`LedgerRefused` with one sentence where it is not safe to go on.
    """
    lock = None if is_postgres(where) else own(sqlite_path(where))
    try:
        seat = prepare(where, genesis, clock, Guidance(rules, travel))
    except BaseException:
        if lock:
            lock.release()
        raise
    ledger = Ledger(seat, Reading(lambda: open_engine(where, reading=True)), clock)
    if lock:
        ledger.at_the_end(lock.release)
    else:
        follow(str(where), seat, ledger)
    return ledger
