"""Restore a backup where nothing is yet: looked through first, then put in place."""

from pathlib import Path

from alongside.ledger.backup import begin_anew
from alongside.ledger.engine import Where
from alongside.ledger.refused import LedgerRefused
from alongside.ledger.stream import unpack
from alongside.server.backup.contents import LEDGER, PEOPLE, About
from alongside.server.backup.placing import must_be_free, put_in_place
from alongside.server.backup.reading import must_be_as_told
from alongside.server.backup.scratch import work_in
from alongside.server.backup.staff import take_in_people
from alongside.server.backup.watched import Watched


def restore(file: Path, data: Path, where: Where, secret: bytes, now: int, watched: Watched) -> tuple[About, bool]:
    """Restore by way of a working folder in ``data``: what was restored, and whether staff were in it.

    Raises :class:`LedgerRefused`; then nothing was put in place.
    """
    must_be_free(where)
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    with work_in(data) as folder:
        about = open_backup(file, folder, secret, now, watched)
        has_people = (folder / PEOPLE).exists()  # backups of the first format held none
        if has_people:
            watched.step("Taking in the staff")
            take_in_people(folder, where)
        put_in_place(folder, where, watched)
    return about, has_people


def open_backup(file: Path, folder: Path, secret: bytes, now: int, watched: Watched) -> About:
    """Decrypt into a working folder, look through it, begin a new epoch. Raises :class:`LedgerRefused`; nothing was restored then."""
    unpack(file, folder, secret, watched.step("Opening the backup", file.stat().st_size))
    try:
        about = must_be_as_told(folder, watched)
    except LedgerRefused as broken:
        raise LedgerRefused(f"The backup {file} is not whole, so nothing was restored: {broken}") from broken
    begin_anew(folder / LEDGER, now)
    return about
