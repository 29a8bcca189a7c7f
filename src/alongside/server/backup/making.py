"""Write a backup: a moment of each database, encrypted to one file, opened again and looked through before the file gets its name."""

import os
from pathlib import Path

from alongside.ledger.engine import Where
from alongside.ledger.refused import LedgerRefused
from alongside.ledger.stream import pack, unpack
from alongside.server.backup.collecting import collect, must_be_possible
from alongside.server.backup.contents import NAMES, About
from alongside.server.backup.reading import must_be_as_told
from alongside.server.backup.scratch import must_have_room, sync_folder, work_in
from alongside.server.backup.watched import Watched


def back_up(where: Where, data: Path, into: Path, secret: bytes, now: int, watched: Watched) -> About:
    """Back up the ledger with its words, the read audit, drafts, staff and machines; the server may run meanwhile.

    The vault's key is not in it, nor any session. Raises :class:`LedgerRefused` where there is nothing to back up, the file exists,
    there is no room, or what was written is not whole; then there is no file.
    """
    if into.exists():
        raise LedgerRefused(f"{into} exists already: give the name of a new file.")
    if not into.parent.is_dir():
        raise LedgerRefused(f"There is no folder {into.parent}: make it first.")
    must_be_possible(where, data)
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
        collect(where, folder, now, watched)
        names = [name for name in NAMES if (folder / name).exists()]
        size = sum((folder / name).stat().st_size for name in names)
        must_have_room(partial.parent, size)
        pack(folder, names, partial, secret, watched.step("Encrypting", size))
    with work_in(data) as folder:
        unpack(partial, folder, secret, watched.step("Reading the backup again", size))
        return must_be_as_told(folder, watched)
