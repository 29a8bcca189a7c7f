"""Look at everything a backup holds, once it is opened into a folder: nothing counts before this found nothing wrong."""

from pathlib import Path
from typing import Any

import msgspec

from alongside.ledger.genesis import get_identity
from alongside.ledger.read_only import read_ledger
from alongside.ledger.refused import LedgerRefused
from alongside.ledger.store import get_head
from alongside.ledger.verify import verify
from alongside.server.backup.contents import ABOUT, DIRECTORY, LEDGER, PEOPLE, RECORDS, About, Count
from alongside.server.backup.directory import count_services
from alongside.server.backup.records import count_readings
from alongside.server.backup.watched import Watched


def look_through(folder: Path, made_at: int, watched: Watched) -> About:
    """What is there, as its own files say. Raises :class:`LedgerRefused` with the first thing that is not as written."""
    with read_ledger(folder / LEDGER) as engine:
        identity, head = get_identity(engine), get_head(engine)
        found = verify(engine, watched.step("Looking at every row, word and guard of the ledger", head.seq))
    if not found.is_whole:
        raise LedgerRefused(f"The ledger is not whole: {found.sentences[0]}")
    watched.step("Looking at the chain of readings, at the directory and at the staff")
    readings = count_readings(folder / RECORDS)
    staff, machines = count_people(folder / PEOPLE) if (folder / PEOPLE).exists() else (0, 0)
    return About(
        made_at,
        identity.id,
        identity.genesis,
        head.hash.hex(),
        Count(found.rows, readings, staff, machines, count_services(folder / DIRECTORY)),
    )


def count_people(file: Path) -> tuple[int, int]:
    """How many staff and machines the file names."""
    rows: list[dict[str, Any]] = msgspec.json.decode(file.read_bytes())
    kinds = [row["model"] for row in rows]
    return kinds.count("people.staff"), kinds.count("people.machineclient")


def must_be_as_told(folder: Path, watched: Watched) -> About:
    """Look through, and see that it is what the backup says of itself; a backup of the first format says nothing."""
    told = msgspec.json.decode((folder / ABOUT).read_bytes(), type=About) if (folder / ABOUT).exists() else None
    found = look_through(folder, told.made_at if told else 0, watched)
    if told is not None and told != found:
        raise LedgerRefused(f"It says it holds {told.count}, and holds {found.count}.")
    return found
