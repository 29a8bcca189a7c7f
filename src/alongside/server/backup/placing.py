"""From the working folder to where the server looks; the ledger last, so that a half-done restore is no ledger."""

import os
from pathlib import Path

from alongside.ledger.copying import copy_ledger
from alongside.ledger.engine import Where, is_postgres, open_engine, sqlite_path
from alongside.ledger.lock import WriteLock
from alongside.ledger.refused import LedgerRefused
from alongside.ledger.schema import list_tables
from alongside.server.backup.contents import DIRECTORY, LEDGER, RECORDS
from alongside.server.backup.directory import load_directory
from alongside.server.backup.records import load_records
from alongside.server.backup.scratch import sync_folder
from alongside.server.backup.watched import Watched

SIGN_IN = "people.sqlite3"
PUT_BACK = (RECORDS, DIRECTORY, SIGN_IN, LEDGER)


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
    if (folder / DIRECTORY).exists():
        load_directory(folder / DIRECTORY, where)
    source, target = open_engine(folder / LEDGER, reading=True), open_engine(where)
    found = copy_ledger(source, target)
    for engine in (source, target):
        engine.close()
    if not found.is_whole:
        raise LedgerRefused(f"What was put into the database is not whole: {found.sentences[0]} Restore again into an empty one.")
