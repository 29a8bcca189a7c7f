"""The directory of services: read from others' files and confirmed by people here, kept beside the ledger."""

from pathlib import Path

from alongside.ledger.backup import ONE_MOMENT, snapshot_file
from alongside.ledger.copying import copy_table
from alongside.ledger.engine import Engine, Where, is_postgres, open_engine, sqlite_path, transaction
from alongside.ledger.read_only import read_ledger
from alongside.ledger.refused import LedgerRefused
from alongside.ledger.schema import list_tables
from alongside.server.backup.contents import DIRECTORY
from alongside.server.site.directory import open_directory

COPIED = (
    ("directory_entry", ("id", "source", "kind", "body", "gone_since"), "id"),
    ("directory_turn", ("turn", "at", "what", "told"), "turn"),
    ("directory_licensed", ("code", "need"), "code"),
    ("directory_confirmed", ("service", "at", "staff"), "service"),
)


def write_directory(where: Where, target: Path) -> None:
    """A consistent copy as one SQLite file; nothing where no directory was ever opened."""
    if not is_postgres(where):
        if (path := sqlite_path(where).with_name(DIRECTORY)).exists():
            snapshot_file(path, target)
        return
    source = open_engine(where, reading=True)
    source.execute(ONE_MOMENT)
    if "directory_entry" in list_tables(source):
        open_directory(target).close()  # its tables
        copy = open_engine(target)
        _copy_all(source, copy)
        copy.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        copy.close()
    source.close()


def load_directory(file: Path, where: Where) -> None:
    """Put it into an empty PostgreSQL database. Raises :class:`LedgerRefused` where services are listed there already."""
    open_directory(where).close()
    source, target = open_engine(file, reading=True), open_engine(where)
    try:
        if target.fetch("SELECT id FROM directory_entry LIMIT 1"):
            raise LedgerRefused("There is a directory in this database already: restore into an empty one.")
        _copy_all(source, target)
    finally:
        source.close()
        target.close()


def _copy_all(source: Engine, target: Engine) -> None:
    with transaction(target):
        for table, columns, order in COPIED:
            copy_table(source, target, table, columns, order)


def count_services(file: Path) -> int:
    """How many are listed. Raises :class:`LedgerRefused` where the file is not whole."""
    if not file.exists():
        return 0
    with read_ledger(file) as engine:
        ((sound,),) = engine.fetch("PRAGMA integrity_check(1)")
        if sound != "ok":
            raise LedgerRefused("The directory of services is not whole.")
        ((count,),) = engine.fetch("SELECT count(*) FROM directory_entry WHERE kind = 'service'")
    return int(count)
