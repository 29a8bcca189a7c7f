"""A database as the ledger uses it: one connection, plain SQL with ``?`` marks, explicit transactions."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

Values = Sequence[object]
Where = str | Path  # a SQLite file, or a PostgreSQL URL or connection string
CHANNEL = "alongside_ledger"  # on which PostgreSQL nodes tell each other that there are new rows


class Engine(Protocol):
    """One connection. Not for two threads at once."""

    name: str  # "sqlite" or "postgres"
    conflicts: tuple[type[Exception], ...]  # a constraint said no
    failures: tuple[type[Exception], ...]  # anything else that goes wrong in the database, e.g. a full disk

    def execute(self, sql: str, values: Values = ()) -> None:
        """Run one statement."""

    def execute_many(self, sql: str, rows: Sequence[Values]) -> None:
        """Run one statement for each row."""

    def fetch(self, sql: str, values: Values = ()) -> list[tuple[Any, ...]]:
        """All rows of one query."""

    def stream(self, sql: str, values: Values = ()) -> Iterator[tuple[Any, ...]]:
        """The rows of one query, read as they are asked for."""

    def must_be_in_place(self) -> None:
        """Raise :class:`LedgerUnavailable` where what was opened is no longer what its path names."""

    def begin(self) -> None:
        """Open the writing transaction; waits until no other writer is inside one."""

    def commit(self) -> None:
        """Make it durable: returns after the disk has it, and on PostgreSQL after the standby has it where one is required."""

    def rollback(self) -> None:
        """Forget the open transaction, if there is one."""

    def close(self) -> None:
        """Close the connection."""


@contextmanager
def transaction(engine: Engine) -> Iterator[None]:
    """All of it or nothing: durable at its end, forgotten where anything in it fails."""
    engine.begin()
    try:
        yield
        engine.commit()
    except BaseException:
        engine.rollback()
        raise


def is_postgres(where: Where) -> bool:
    """Whether this names a PostgreSQL database (a URL or a connection string) and not a file."""
    text = str(where)
    return text.startswith(("postgres://", "postgresql://")) or "dbname=" in text


def sqlite_path(where: Where) -> Path:
    """The file of a SQLite ledger."""
    return Path(str(where).removeprefix("sqlite:///"))


def open_engine(where: Where, *, reading: bool = False) -> Engine:
    """A connection to a SQLite file or a PostgreSQL database, with the safety checks of each.

    Raises :class:`LedgerRefused`.
    """
    if is_postgres(where):
        from alongside.ledger.postgres import PostgresEngine

        return PostgresEngine(str(where), reading=reading)
    from alongside.ledger.sqlite import SqliteEngine

    return SqliteEngine(sqlite_path(where), reading=reading)
