"""Backups: a consistent copy under load, encrypted, and read again to verify it before it counts."""

import os
import shutil
import tempfile
from pathlib import Path

from alongside.ledger.engine import open_engine
from alongside.ledger.genesis import mark_restored
from alongside.ledger.read_only import read_ledger
from alongside.ledger.refused import LedgerRefused
from alongside.ledger.stream import pack, unpack
from alongside.ledger.verify import Findings, verify

LEDGER, RECORDS = "ledger.sqlite3", "records.sqlite3"


def back_up(data: Path, into: Path, secret: bytes) -> Findings:
    """Write the ledger, the read audit and drafts, encrypted, to one file; then restore it to a scratch folder and verify that.

    The key file of the vault is not in it: keep that apart. Raises :class:`LedgerRefused` where there is no ledger, or the file exists.
    """
    if into.exists():
        raise LedgerRefused(f"{into} exists already: give the name of a new file.")
    with tempfile.TemporaryDirectory(prefix="backup-", dir=into.parent) as folder:
        for name in (LEDGER, RECORDS):
            if name == LEDGER or (data / name).exists():
                _snapshot(data / name, Path(folder) / name)
        partial = Path(folder) / "partial"
        pack(Path(folder), [name for name in (LEDGER, RECORDS) if (Path(folder) / name).exists()], partial, secret)
        found = check_backup(partial, secret)
        if found.is_whole:
            os.replace(partial, into)
    return found


def _snapshot(source: Path, target: Path) -> None:
    """SQLite's own consistent copy; writers go on meanwhile."""
    with read_ledger(source) as engine:
        engine.execute("PRAGMA query_only=OFF")  # VACUUM INTO writes the copy, never the original
        engine.execute("VACUUM INTO ?", (str(target),))


def check_backup(file: Path, secret: bytes) -> Findings:
    """Restore a backup to a scratch folder and verify every row of it."""
    with tempfile.TemporaryDirectory(prefix="restore-", dir=file.parent) as folder:
        unpack(file, Path(folder), secret)
        with read_ledger(Path(folder) / LEDGER) as engine:
            return verify(engine)


def restore(file: Path, data: Path, secret: bytes, now: int) -> Findings:
    """Restore a backup into a data folder that holds no ledger yet, verify it, and begin a new epoch; ``now`` is ms UTC.

    Raises :class:`LedgerRefused` where there is a ledger already or the backup is not whole.
    """
    if (data / LEDGER).exists():
        raise LedgerRefused(f"There is a ledger in {data} already: restore into an empty folder.")
    data.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="restore-", dir=data) as folder:
        unpack(file, Path(folder), secret)
        with read_ledger(Path(folder) / LEDGER) as engine:
            found = verify(engine)
        if not found.is_whole:
            raise LedgerRefused(f"The backup {file} is not whole, so nothing was restored: {found.sentences[0]}")
        engine = open_engine(Path(folder) / LEDGER)
        mark_restored(engine, now)
        engine.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        engine.close()
        for name in (LEDGER, RECORDS):
            if (Path(folder) / name).exists():
                os.chmod(Path(folder) / name, 0o600)
                shutil.move(Path(folder) / name, data / name)
    return found
