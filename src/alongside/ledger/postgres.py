"""PostgreSQL: any node writes, one at a time, inside an advisory lock that is held to the commit."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any, TypeVar

import psycopg
from psycopg import sql as compose
from psycopg.errors import Diagnostic

from alongside.ledger.engine import CHANNEL, Values
from alongside.ledger.refused import LedgerRefused, LedgerUnavailable

WRITING = 0x416C6F6E67  # the advisory lock every writer takes: “Along”
OLDEST = 150000
Told = TypeVar("Told")


@cache
def numbered(sql: str) -> bytes:
    """The same statement with psycopg's marks; our SQL holds no literal ``?`` or ``%``."""
    return sql.replace("?", "%s").encode()


class PostgresEngine:
    """One connection to a PostgreSQL database, made anew where the database was restarted and nothing was under way.

    What was under way fails, and its caller knows what to do about it. The next transaction, and the next reading outside one, goes on.
    """

    name = "postgres"
    conflicts: tuple[type[Exception], ...] = (psycopg.IntegrityError,)
    failures: tuple[type[Exception], ...] = (psycopg.Error, LedgerUnavailable, LedgerRefused)

    def __init__(self, dsn: str, *, reading: bool = False, lock: int = WRITING) -> None:
        self._dsn, self._reading, self._lock = dsn, reading, lock
        self._under_way = self._left = self.unreplicated = False
        self._connect()

    def _connect(self) -> None:
        try:
            self._connection = psycopg.connect(self._dsn, autocommit=True, application_name="alongside ledger")
        except psycopg.Error as broken:
            raise LedgerRefused(f"PostgreSQL cannot be reached ({str(broken).strip()}): see that it runs.") from broken
        self._connection.add_notice_handler(self._hear)
        self._set_up()

    def _set_up(self) -> None:
        if self._connection.info.server_version < OLDEST:
            raise LedgerRefused(f"PostgreSQL {self._connection.info.server_version // 10000} is too old: the ledger needs 15 or later.")
        self._connection.execute("SET default_transaction_isolation = 'read committed'")
        self._connection.execute("SET statement_timeout = 0")  # never cancel a commit that waits for its standby
        if self._reading:
            self._connection.execute("SET default_transaction_read_only = on")
        must_be_durable(self)

    def _hear(self, notice: Diagnostic) -> None:
        # "canceling wait for synchronous replication due to user request": the commit is only local, failover would lose it.
        if notice.source_function == "SyncRepWaitForLSN" or "synchronous replication" in (notice.message_primary or ""):
            self.unreplicated = True

    def _standing(self) -> psycopg.Connection[tuple[Any, ...]]:
        """The connection; another one where it was cut off and nothing is lost by that."""
        if self._connection.closed and not self._under_way and not self._left:
            self._connect()
        return self._connection

    def _ask(self, work: Callable[[], Told]) -> Told:
        """What may safely be asked twice: a reading, or the beginning of a transaction. Cut off meanwhile, it is asked once more."""
        try:
            return work()
        except psycopg.OperationalError:
            if not self._connection.closed or self._under_way or self._left:
                raise
            return work()

    def execute(self, sql: str, values: Values = ()) -> None:
        """Run one statement."""
        self._standing().execute(numbered(sql), values or None)

    def execute_many(self, sql: str, rows: Sequence[Values]) -> None:
        """Run one statement for each row, in one round trip."""
        with self._standing().cursor() as cursor:
            cursor.executemany(numbered(sql), rows)

    def fetch(self, sql: str, values: Values = ()) -> list[tuple[Any, ...]]:
        """All rows of one query."""
        if sql.lstrip()[:6].upper() != "SELECT":
            return self._standing().execute(numbered(sql), values or None).fetchall()
        return self._ask(lambda: self._standing().execute(numbered(sql), values or None).fetchall())

    def stream(self, sql: str, values: Values = ()) -> Iterator[tuple[Any, ...]]:
        """The rows of one query, fetched a few thousand at a time by a cursor on the server."""
        connection = self._standing()
        with connection.transaction(), connection.cursor(name="reading") as cursor:
            cursor.itersize = 5_000
            yield from cursor.execute(numbered(sql), values or None)

    def must_be_in_place(self) -> None:
        """A database behind an address has no file to be replaced."""

    def begin(self) -> None:
        """Open the transaction, then take the lock: statements after it see everything committed before."""
        self._under_way = False
        self._ask(self._begin)
        self._under_way = True

    def _begin(self) -> None:
        self._standing().execute("BEGIN")
        self._connection.execute("SELECT pg_advisory_xact_lock(%s)", (self._lock,))

    def commit(self) -> None:
        """Returns after the disk, and a required standby, have it. A cancelled wait for the standby is not an acknowledgement."""
        self.unreplicated = False
        self._connection.execute("COMMIT")
        self._under_way = False
        if self.unreplicated:
            raise NotReplicated("The commit is on this server only: the wait for the standby was cancelled.")

    def rollback(self) -> None:
        """Forget the open transaction, if there is one and the connection still stands."""
        if not self._connection.closed and self._connection.info.transaction_status != psycopg.pq.TransactionStatus.IDLE:
            self._connection.execute("ROLLBACK")
        self._under_way = False

    def start_listening(self) -> None:
        """Hear what other nodes notify from now on."""
        self._connection.execute(compose.SQL("LISTEN {}").format(compose.Identifier(CHANNEL)))

    def heard(self, wait_seconds: float) -> list[str]:
        """Which nodes notified, waiting at most that long for the first."""
        return [notice.payload for notice in self._connection.notifies(timeout=wait_seconds, stop_after=1)]

    def close(self) -> None:
        """Close the connection."""
        self._left = True
        self._connection.close()


class NotReplicated(psycopg.OperationalError):
    """The commit is visible here but would be lost with this server."""


def must_be_durable(engine: PostgresEngine) -> None:
    """Raise :class:`LedgerRefused` unless commits reach the disk (and the standby, where one is required) before they return."""
    for name, allowed in (("synchronous_commit", {"on", "remote_apply"}), ("fsync", {"on"}), ("full_page_writes", {"on"})):
        ((value,),) = engine.fetch(f"SHOW {name}")
        if value not in allowed:
            raise LedgerRefused(f"PostgreSQL's {name} is {value}: a power cut would lose acknowledged calls. Set it to on.")
