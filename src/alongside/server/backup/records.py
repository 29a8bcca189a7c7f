"""The read audit and the drafts, from either database to either."""

from pathlib import Path

from alongside.ledger.backup import ONE_MOMENT, snapshot_file
from alongside.ledger.copying import copy_table
from alongside.ledger.engine import Engine, Where, is_postgres, open_engine, sqlite_path, transaction
from alongside.ledger.read_only import read_ledger
from alongside.ledger.refused import LedgerRefused
from alongside.ledger.schema import list_tables, list_unguarded
from alongside.server.audit.head import COLUMNS as HEADS
from alongside.server.audit.tables import open_alerts
from alongside.server.records.audit import COLUMNS, list_breaks
from alongside.server.records.side import APPEND_ONLY, side_path

COPIED = (
    ("words_read", tuple(COLUMNS.split(", ")), "seq"),
    ("audit_head", tuple(HEADS.split(", ")), "seq"),
    ("draft", ("staff", "form", "saved_at", "ciphertext"), "staff, form"),
    ("audit_alert", ("id", "at", "rule", "staff", "role", "owner_id", "last_seq", "count"), "id"),
    ("audit_answer", ("alert", "at", "by", "answer"), "alert, at"),
    ("audit_watched", ("id", "at", "by", "staff", "person", "relation"), "at, id"),
    ("audit_review", ("at", "by"), "at"),
    ("audit_failure", ("id", "code", "since", "until"), "id"),
)


def write_records(where: Where, target: Path) -> None:
    """A consistent copy as one SQLite file."""
    if not is_postgres(where):
        if side_path(sqlite_path(where)).exists():
            snapshot_file(side_path(sqlite_path(where)), target)
        return
    source = open_engine(where, reading=True)
    source.execute(ONE_MOMENT)
    if "words_read" in list_tables(source):
        copy = open_alerts(target.with_name("ledger.sqlite3"))
        copy_all(source, copy)
        copy.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        copy.close()
    source.close()


def load_records(file: Path, where: Where) -> None:
    """Put them into an empty PostgreSQL database. Raises :class:`LedgerRefused` where readings are noted there already."""
    target = open_alerts(where)
    if target.fetch("SELECT seq FROM words_read LIMIT 1"):
        raise LedgerRefused("There are readings in this database already: restore into an empty one.")
    source = open_engine(file, reading=True)
    copy_all(source, target)
    for engine in (source, target):
        engine.close()


def copy_all(source: Engine, target: Engine) -> None:
    """Every row, in one transaction. Backups of before may lack a table."""
    there = list_tables(source)
    with transaction(target):
        for table, columns, order in (one for one in COPIED if one[0] in there):
            copy_table(source, target, table, columns, order)


def count_readings(records: Path) -> int:
    """Rows of the read audit. Raises :class:`LedgerRefused` where its chain is broken or its guards are gone."""
    if not records.exists():
        return 0
    with read_ledger(records) as engine:
        if list_unguarded(engine, APPEND_ONLY):
            raise LedgerRefused("The append-only triggers of the read audit are missing or changed.")
        if breaks := list_breaks(engine):
            raise LedgerRefused(f"The read audit is not whole: row {breaks[0]} was altered, or the one before it is gone.")
        ((count,),) = engine.fetch("SELECT count(*) FROM words_read")
    return int(count)
