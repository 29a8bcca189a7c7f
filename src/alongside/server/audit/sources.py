"""The three databases a head speaks of, opened for reading."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

from alongside.ledger.engine import Engine, Where, is_postgres, open_engine, sqlite_path
from alongside.ledger.read_only import read_ledger
from alongside.ledger.refused import LedgerRefused
from alongside.server.records.side import side_path

PEOPLE = "people.sqlite3"


class Sources(NamedTuple):
    """Ledger, readings, deeds of sign-in. On PostgreSQL all three are one database."""

    ledger: Engine
    side: Engine
    people: Engine


@contextmanager
def open_sources(where: Where) -> Iterator[Sources]:
    """For reading only. Raises :class:`LedgerRefused` where there is nothing to read."""
    with ExitStack() as stack:
        ledger = stack.enter_context(read_ledger(where))
        if is_postgres(where):
            yield Sources(ledger, ledger, ledger)
            return
        folder = sqlite_path(where).parent
        side = stack.enter_context(_reading(side_path(sqlite_path(where))))
        yield Sources(ledger, side, stack.enter_context(_reading(folder / PEOPLE)))


@contextmanager
def _reading(path: Path) -> Iterator[Engine]:
    if not path.exists():
        raise LedgerRefused(f"{path.name} is missing beside the ledger: name the data folder with --data, or restore a backup.")
    engine = open_engine(path, reading=True)
    try:
        yield engine
    finally:
        engine.close()
