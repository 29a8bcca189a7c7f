"""Restore a backup where nothing is yet: looked through first, the ledger put in place last, so that a half-done one is no ledger."""

import os
from pathlib import Path

from alongside.ledger.copying import copy_ledger
from alongside.ledger.engine import Where, is_postgres, open_engine, sqlite_path
from alongside.ledger.genesis import mark_restored
from alongside.ledger.lock import WriteLock
from alongside.ledger.refused import LedgerRefused
from alongside.ledger.schema import list_tables
from alongside.ledger.stream import unpack
from alongside.server.backup.contents import LEDGER, PEOPLE, RECORDS, About
from alongside.server.backup.making import sync_folder
from alongside.server.backup.reading import must_be_as_told
from alongside.server.backup.records import load_records
from alongside.server.backup.watched import Watched
from alongside.server.people.cli import start_django

SIGN_IN = "people.sqlite3"
PUT_BACK = (RECORDS, SIGN_IN, LEDGER)  # the ledger last: a folder without one counts as nothing


def restore(file: Path, folder: Path, where: Where, secret: bytes, now: int, watched: Watched) -> tuple[About, bool]:
    """Restore by way of an empty working folder on the same disk: what was restored, and whether staff were in it.

    Raises :class:`LedgerRefused`; then nothing was put in place.
    """
    must_be_free(where)
    about = open_backup(file, folder, secret, now, watched)
    has_people = (folder / PEOPLE).exists()  # backups of the first format held none
    if has_people:
        watched.step("Taking in the staff")
        take_in_people(folder, where)
    put_in_place(folder, where, watched)
    return about, has_people


def take_in_people(folder: Path, where: Where) -> None:
    """On SQLite Django is pointed at the working folder, so that nothing half-done is ever in place."""
    real = os.environ.get("ALONGSIDE_DATA", "var")
    os.environ["ALONGSIDE_DATA"] = real if is_postgres(where) else str(folder)
    start_django()
    os.environ["ALONGSIDE_DATA"] = real
    from django.db import connections

    from alongside.server.backup.people import load_people

    load_people(folder / PEOPLE)
    connections.close_all()  # the last connection folds SQLite's log into the file


def open_backup(file: Path, folder: Path, secret: bytes, now: int, watched: Watched) -> About:
    """Decrypt into a working folder, look through it, begin a new epoch. Raises :class:`LedgerRefused`; nothing was restored then."""
    unpack(file, folder, secret, watched.step("Opening the backup", file.stat().st_size))
    try:
        about = must_be_as_told(folder, watched)
    except LedgerRefused as broken:
        raise LedgerRefused(f"The backup {file} is not whole, so nothing was restored: {broken}") from broken
    engine = open_engine(folder / LEDGER)
    mark_restored(engine, now)
    engine.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.close()
    return about


def must_be_free(where: Where) -> None:
    """Raise :class:`LedgerRefused` where a ledger, or something of one, is there already."""
    if is_postgres(where):
        engine = open_engine(where, reading=True)
        is_taken = "fact" in list_tables(engine) and bool(engine.fetch("SELECT seq FROM fact LIMIT 1"))
        engine.close()
        if is_taken:
            raise LedgerRefused("There is a ledger in that database already: restore into an empty one.")
        return
    data = sqlite_path(where).parent
    data.mkdir(parents=True, exist_ok=True)
    WriteLock(sqlite_path(where)).release()  # a server that runs there is named before anything else is said
    for name in reversed(PUT_BACK):
        if (data / name).exists():
            what = "a ledger" if name == LEDGER else name
            raise LedgerRefused(f"There is {what} in {data} already: restore into an empty folder.")


def put_in_place(folder: Path, where: Where, watched: Watched) -> None:
    """From the working folder to where the server looks."""
    watched.step("Putting it in place")
    if is_postgres(where):
        put_into_postgres(folder, where)
    else:
        put_into_folder(folder, sqlite_path(where))
    watched.end()


def put_into_folder(folder: Path, ledger: Path) -> None:
    """Renamed within one disk, each file for this user alone, while no server may begin there."""
    lock = WriteLock(ledger)
    try:
        for name in PUT_BACK:
            if (folder / name).exists():
                os.chmod(folder / name, 0o600)
                os.replace(folder / name, ledger.parent / name)
        sync_folder(ledger.parent)
    finally:
        lock.release()


def put_into_postgres(folder: Path, where: Where) -> None:
    """Row for row, verified at the end; staff went in before."""
    if (folder / RECORDS).exists():
        load_records(folder / RECORDS, where)
    source, target = open_engine(folder / LEDGER, reading=True), open_engine(where)
    found = copy_ledger(source, target)
    for engine in (source, target):
        engine.close()
    if not found.is_whole:
        raise LedgerRefused(f"What was put into the database is not whole: {found.sentences[0]} Restore again into an empty one.")
