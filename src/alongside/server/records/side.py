"""Tables beside the ledger: who read which words (append-only, chained); drafts and files not yet sent for (changed and thrown away)."""

from pathlib import Path

from alongside.ledger.engine import Engine, Where, is_postgres, sqlite_path
from alongside.ledger.postgres import PostgresEngine
from alongside.ledger.schema import install, must_be_guarded
from alongside.ledger.sqlite import SqliteEngine
from alongside.server.records.waiting import TABLES as WAITING

READING = 0x52656164  # the advisory lock of the read audit on PostgreSQL: “Read”
TABLES = (
    """CREATE TABLE IF NOT EXISTS words_read (
        seq {integer} PRIMARY KEY, at {integer} NOT NULL, staff TEXT NOT NULL, role TEXT NOT NULL, agency TEXT NOT NULL, seat TEXT NOT NULL,
        purpose TEXT NOT NULL, owner_kind TEXT NOT NULL, owner_id TEXT NOT NULL, field TEXT NOT NULL, enclosure_id TEXT NOT NULL,
        outcome TEXT NOT NULL, previous_hash {bytes} NOT NULL, hash {bytes} NOT NULL){end}""",
    "CREATE INDEX IF NOT EXISTS words_read_owner ON words_read (owner_kind, owner_id)",
    "CREATE INDEX IF NOT EXISTS words_read_staff ON words_read (staff, seq)",
    "CREATE INDEX IF NOT EXISTS words_read_at ON words_read (at)",
    """CREATE TABLE IF NOT EXISTS audit_head (
        seq {integer} PRIMARY KEY, at {integer} NOT NULL, epoch TEXT NOT NULL, reads_seq {integer} NOT NULL, reads_hash {bytes} NOT NULL,
        deeds_seq {integer} NOT NULL, deeds_hash {bytes} NOT NULL, ledger_seq {integer} NOT NULL, ledger_hash {bytes} NOT NULL,
        previous_hash {bytes} NOT NULL, hash {bytes} NOT NULL, public_key TEXT NOT NULL, signature {bytes} NOT NULL){end}""",
    "CREATE TABLE IF NOT EXISTS audit_beat (id {integer} PRIMARY KEY, at {integer} NOT NULL){end}",
    """CREATE TABLE IF NOT EXISTS draft (
        staff TEXT NOT NULL, form TEXT NOT NULL, saved_at {integer} NOT NULL, ciphertext {bytes} NOT NULL,
        PRIMARY KEY (staff, form)){end}""",
    *WAITING,
)
APPEND_ONLY = {"words_read": "seq >= NEW.seq", "audit_head": "seq >= NEW.seq"}


def open_side(where: Where) -> Engine:
    """A connection to the tables beside a ledger: ``records.sqlite3`` in its folder, or the same PostgreSQL database.

    Raises :class:`LedgerRefused` where the audit's append-only triggers are missing.
    """
    engine: Engine
    if is_postgres(where):
        engine = PostgresEngine(str(where), lock=READING)
    else:
        path = side_path(sqlite_path(where))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(0o600)
        engine = SqliteEngine(path)
    install(engine, TABLES, APPEND_ONLY)
    must_be_guarded(engine, APPEND_ONLY)
    return engine


def side_path(ledger: Path) -> Path:
    """The file beside a SQLite ledger."""
    return ledger.with_name("records.sqlite3")
