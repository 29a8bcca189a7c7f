"""SQLite, opened so that an acknowledged write survives a power cut: WAL with synchronous=FULL on an engine without the WAL-reset bug."""

import os
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from alongside.ledger.engine import Values
from alongside.ledger.refused import LedgerRefused, LedgerUnavailable

try:
    import pysqlite3 as sqlite3
except ModuleNotFoundError:  # other processors have no wheel; the version check below decides whether theirs is safe
    import sqlite3

FULL, EXTRA = 2, 3
LONGEST_WAIT_MS = 10_000
REPLACED = (
    "The file {path} is not the one this server opened: it was moved, removed or replaced while the server runs. Nothing more is "
    "acknowledged. Put the first file back, or stop the server and start it on the other one."
)
TOGETHER = (64, 16, 4, 1)  # rows in one insert; few sizes, so that each is compiled once


def is_safe(version: tuple[int, ...]) -> bool:
    """Whether this SQLite has the fix of the WAL-reset bug (sqlite.org/wal.html#walresetbug): 3.51.3, or back-ported to 3.50.7, 3.44.6."""
    return version >= (3, 51, 3) or (3, 50, 7) <= version < (3, 51) or (3, 44, 6) <= version < (3, 45)


def must_be_safe(version: tuple[int, ...] = sqlite3.sqlite_version_info) -> None:
    """Raise :class:`LedgerRefused` on an engine that can corrupt a database in WAL mode."""
    if not is_safe(version):
        shown = ".".join(map(str, version))
        raise LedgerRefused(f"SQLite {shown} can corrupt its database (WAL-reset bug). Install pysqlite3 0.6.1 or later, then start again.")


@cache
def widened(sql: str, rows: int) -> str:
    """An insert of one row as an insert of several; other statements may only run once."""
    head, values, rest = sql.partition(" VALUES (")
    marks, _, tail = rest.partition(")")
    if not values or rows == 1:
        return sql if rows == 1 else ""
    return f"{head} VALUES {', '.join([f'({marks})'] * rows)}{tail}"


class SqliteEngine:
    """One connection to a SQLite file."""

    name = "sqlite"
    conflicts: tuple[type[Exception], ...] = (sqlite3.IntegrityError,)
    failures: tuple[type[Exception], ...] = (sqlite3.Error, LedgerUnavailable, LedgerRefused)

    def __init__(self, path: Path, *, reading: bool = False) -> None:
        must_be_safe()
        if reading and not path.exists():
            raise LedgerRefused(f"There is no ledger at {path}: give the path of one, or start the server to make one.")
        try:
            self._connection = sqlite3.connect(str(path), isolation_level=None, check_same_thread=False, cached_statements=256)
            self._set_up(reading)
        except sqlite3.Error as broken:
            raise LedgerRefused(f"SQLite cannot open {path}: {broken}. Check that the folder exists and may be written.") from broken
        must_be_durable(self)
        self._path, self._opened_as = path, _identity(path)

    def must_be_in_place(self) -> None:
        """Raise :class:`LedgerUnavailable` where the path names another file by now: what is written would be gone at the next start."""
        if self._opened_as != _identity(self._path):
            raise LedgerUnavailable(REPLACED.format(path=self._path))

    def _set_up(self, reading: bool) -> None:
        run = self._connection.execute
        run(f"PRAGMA busy_timeout={LONGEST_WAIT_MS}")
        run("PRAGMA journal_mode=WAL")
        run("PRAGMA synchronous=FULL")
        run("PRAGMA foreign_keys=ON")
        run("PRAGMA trusted_schema=OFF")
        run("PRAGMA secure_delete=ON")  # a destroyed key must not be left in a free page
        run("PRAGMA cache_size=-65536")
        if reading:
            run("PRAGMA query_only=ON")

    def execute(self, sql: str, values: Values = ()) -> None:
        """Run one statement."""
        self._connection.execute(sql, values)

    def execute_many(self, sql: str, rows: Sequence[Values]) -> None:
        """Run one statement for each row; inserts go in as many rows at a time, so that other threads are let in less often."""
        start = 0
        for size in TOGETHER:
            while len(rows) - start >= size:
                chunk = rows[start : start + size]
                self._connection.execute(widened(sql, size), [value for row in chunk for value in row])
                start += size

    def fetch(self, sql: str, values: Values = ()) -> list[tuple[Any, ...]]:
        """All rows of one query."""
        rows: list[tuple[Any, ...]] = self._connection.execute(sql, values).fetchall()
        return rows

    def stream(self, sql: str, values: Values = ()) -> Iterator[tuple[Any, ...]]:
        """The rows of one query, read as they are asked for."""
        yield from self._connection.execute(sql, values)

    def begin(self) -> None:
        """Take the write lock."""
        self.must_be_in_place()
        self._connection.execute("BEGIN IMMEDIATE")

    def commit(self) -> None:
        """Returns after fsync of the write-ahead log of the file that is at its place still."""
        self._connection.execute("COMMIT")
        self.must_be_in_place()

    def rollback(self) -> None:
        """Forget the open transaction; SQLite may have done so itself, e.g. on a full disk."""
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file a path names now; None where there is none."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino


def must_be_durable(engine: SqliteEngine) -> None:
    """Raise :class:`LedgerRefused` unless commits reach the disk: WAL, and synchronous FULL or EXTRA.

    NORMAL never corrupts but loses acknowledged commits in 57 % of simulated power cuts (docs/decisions/0013-ledger.md).
    """
    ((mode,),) = engine.fetch("PRAGMA journal_mode")
    ((level,),) = engine.fetch("PRAGMA synchronous")
    if mode != "wal":
        raise LedgerRefused(f"The ledger's journal_mode is {mode}, not wal: this file system cannot share memory. Use a local disk.")
    if level not in (FULL, EXTRA):
        raise LedgerRefused(f"The ledger's synchronous is {level}, below FULL (2): a power cut would lose acknowledged calls. Remove it.")
