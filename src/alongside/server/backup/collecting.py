"""Everything that goes into a backup, as files in a working folder: each a consistent moment, taken while the server works."""

from pathlib import Path

import msgspec

from alongside.ledger.backup import snapshot
from alongside.ledger.engine import Where, is_postgres, sqlite_path
from alongside.ledger.refused import LedgerRefused
from alongside.server.backup.contents import ABOUT, DIRECTORY, LEDGER, PEOPLE, RECORDS
from alongside.server.backup.directory import write_directory
from alongside.server.backup.reading import look_through
from alongside.server.backup.records import write_records
from alongside.server.backup.scratch import must_have_room
from alongside.server.backup.staff import write_people
from alongside.server.backup.watched import Watched


def must_be_possible(where: Where, data: Path) -> None:
    """Raise :class:`LedgerRefused` where there is no ledger, or no room for a copy of it; PostgreSQL's size is not known beforehand."""
    if is_postgres(where):
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
        return
    if not sqlite_path(where).exists():
        raise LedgerRefused(f"There is no ledger at {where}: give the data folder of one (--data DIR).")
    must_have_room(data, 2 * sum(part.stat().st_size for part in data.glob("*.sqlite3*")))


def collect(where: Where, folder: Path, now: int, watched: Watched) -> None:
    """Copy, look through, and say what it is."""
    watched.step("Copying the ledger, the readings, the directory and the staff as they stand")
    snapshot(where, folder / LEDGER)
    write_records(where, folder / RECORDS)
    write_directory(where, folder / DIRECTORY)
    write_people(folder / PEOPLE)
    (folder / ABOUT).write_bytes(msgspec.json.encode(look_through(folder, now, watched)))
