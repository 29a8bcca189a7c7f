"""Open a ledger: every check that must pass before the first request is decided."""

import os
import time
from collections.abc import Callable
from pathlib import Path

from alongside.core.rules import Rules
from alongside.core.travel import Travel
from alongside.ledger.engine import Where, is_postgres, open_engine
from alongside.ledger.follow import follow
from alongside.ledger.genesis import Genesis
from alongside.ledger.guidance import Guidance
from alongside.ledger.ledger import Ledger
from alongside.ledger.lock import WriteLock
from alongside.ledger.preparing import prepare
from alongside.ledger.reading import Reading
from alongside.ledger.seat import Seat


def now_ms() -> int:
    """The machine's clock: ms since the epoch, UTC."""
    return time.time_ns() // 1_000_000


def open_ledger(
    where: Where, rules: Rules, travel: Travel, *, genesis: Genesis | None = None, clock: Callable[[], int] = now_ms
) -> Ledger:
    """Open a ledger for writing, making it where there is none yet.

    ``where`` is a SQLite file or a PostgreSQL address; ``genesis`` must be given for a new ledger and must match an old one;
    ``clock`` gives ms UTC. Raises :class:`LedgerRefused` with one sentence where it is not safe to go on.
    """
    lock = None if is_postgres(where) else _own(Path(str(where).removeprefix("sqlite:///")))
    try:
        engine = open_engine(where)
        identity, memory = prepare(engine, genesis, clock)
    except BaseException:
        if lock:
            lock.release()
        raise
    seat = Seat(engine, lambda: open_engine(where), memory, Guidance(rules, travel))
    ledger = Ledger(identity, seat, Reading(lambda: open_engine(where, reading=True)), clock)
    if lock:
        ledger.at_the_end(lock.release)
    else:
        follow(str(where), seat, ledger)
    return ledger


def _own(path: Path) -> WriteLock:
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = WriteLock(path)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))  # only this user may read it; SQLite gives its WAL the same mode
    return lock
