"""A consistent copy of a whole ledger as one SQLite file, taken while others write, whichever database it lives on."""

from pathlib import Path

from alongside.ledger.copying import copy_ledger
from alongside.ledger.engine import Where, is_postgres, open_engine, sqlite_path
from alongside.ledger.genesis import get_identity, mark_restored
from alongside.ledger.read_only import read_ledger
from alongside.ledger.refused import LedgerRefused

ONE_MOMENT = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"  # every statement after it sees the same rows


def snapshot(where: Where, target: Path) -> None:
    """Write the ledger as it stands now to ``target``. Raises :class:`LedgerRefused` where there is none, or it is not whole."""
    if not is_postgres(where):
        snapshot_file(sqlite_path(where), target)
        return
    with read_ledger(where) as source:
        get_identity(source)
        source.execute(ONE_MOMENT)
        copy = open_engine(target)
        found = copy_ledger(source, copy)
        copy.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        copy.close()
    if not found.is_whole:
        raise LedgerRefused(f"The copy of the ledger is not whole, so no backup was written: {found.sentences[0]}")


def snapshot_file(source: Path, target: Path) -> None:
    """SQLite's own consistent copy of any of its files; writers go on meanwhile."""
    with read_ledger(source) as engine:
        engine.execute("PRAGMA query_only=OFF")  # VACUUM INTO writes the copy, never the original
        engine.execute("VACUUM INTO ?", (str(target),))


def begin_anew(copy: Path, now: int) -> None:
    """Write into a copy that it was restored: a new epoch begins; everything is in the one file afterwards."""
    engine = open_engine(copy)
    mark_restored(engine, now)
    engine.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.close()
