"""Write a backup: a moment of each database, encrypted to one file, opened again and looked through before the file gets its name."""

import os
from pathlib import Path

import msgspec

from alongside.ledger.backup import snapshot
from alongside.ledger.engine import Where, is_postgres, sqlite_path
from alongside.ledger.refused import LedgerRefused
from alongside.ledger.stream import pack, unpack
from alongside.server.backup.contents import ABOUT, LEDGER, NAMES, PEOPLE, RECORDS, About
from alongside.server.backup.reading import look_through, must_be_as_told
from alongside.server.backup.records import write_records
from alongside.server.backup.scratch import must_have_room, work_in
from alongside.server.backup.watched import Watched
from alongside.server.people.cli import start_django


def back_up(where: Where, data: Path, into: Path, secret: bytes, now: int, watched: Watched) -> About:
    """Back up the ledger with its words, the read audit, drafts, staff and machines; the server may run meanwhile.

    The vault's key is not in it, nor any session. Raises :class:`LedgerRefused` where there is nothing to back up, the file exists,
    there is no room, or what was written is not whole; then there is no file.
    """
    if into.exists():
        raise LedgerRefused(f"{into} exists already: give the name of a new file.")
    if not into.parent.is_dir():
        raise LedgerRefused(f"There is no folder {into.parent}: make it first.")
    if not is_postgres(where):
        must_exist(sqlite_path(where))
        must_have_room(data, 2 * sum(part.stat().st_size for part in data.glob("*.sqlite3*")))
    partial = into.with_name(f".{into.name}.partial")
    partial.unlink(missing_ok=True)  # of one that was killed
    try:
        about = write(where, data, partial, secret, now, watched)
        os.replace(partial, into)
        sync_folder(into.parent)
    finally:
        partial.unlink(missing_ok=True)
        watched.end()
    return about


def write(where: Where, data: Path, partial: Path, secret: bytes, now: int, watched: Watched) -> About:
    """Collect, encrypt, and read again."""
    with work_in(data) as folder:
        watched.step("Copying the ledger, the readings and the staff as they stand")
        snapshot(where, folder / LEDGER)
        write_records(where, folder / RECORDS)
        write_people(folder / PEOPLE)
        about = look_through(folder, now, watched)
        (folder / ABOUT).write_bytes(msgspec.json.encode(about))
        names = [name for name in NAMES if (folder / name).exists()]
        size = sum((folder / name).stat().st_size for name in names)
        must_have_room(partial.parent, size)
        pack(folder, names, partial, secret, watched.step("Encrypting", size))
    with work_in(data) as folder:
        unpack(partial, folder, secret, watched.step("Reading the backup again", size))
        return must_be_as_told(folder, watched)


def write_people(into: Path) -> None:
    """Whoever may sign in, of the data folder and database of the environment; Django begins only when all else is well."""
    start_django()
    from alongside.server.backup import people

    people.write_people(into)


def must_exist(ledger: Path) -> None:
    """Raise :class:`LedgerRefused` where there is no ledger, rather than back up an empty one."""
    if not ledger.exists():
        raise LedgerRefused(f"There is no ledger at {ledger}: give the data folder of one (--data DIR).")


def sync_folder(folder: Path) -> None:
    """The file's name is on the disk, too."""
    handle = os.open(folder, os.O_RDONLY)
    os.fsync(handle)
    os.close(handle)
