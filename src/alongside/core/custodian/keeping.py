"""Until when words are kept: the longest schedule among what is held, from the last thing that happened. Counted, never guessed."""

from typing import NamedTuple

from alongside.core.board import Board
from alongside.core.custodian.about import list_incidents
from alongside.core.custodian.rules import CustodianRules
from alongside.core.sharing.rules import Writing

CALL, EPISODE = "call_facts", "identity"  # what is held of every incident, and of everybody met in one
FILE = "threat_management"


class Kept(NamedTuple):
    """Until when (ms UTC; None: cannot be said yet), by which class's schedule, and counted from when."""

    until: int | None
    data_class: str
    since: int


def kept_until(board: Board, rules: CustodianRules, writing: Writing, kind: str, id: str) -> Kept | None:
    """None where no schedule covers it, or something about it is still going on."""
    if kind == "threat":
        return _file_kept(board, rules, id)
    incidents = [one for id in list_incidents(board, kind, id) if (one := board.incidents.find(id))]
    if any(one.closed_at is None for one in incidents):
        return None
    person = board.people.find(id) if kind == "person" else None
    items = [item for one in (person.items if person else ()) if (item := board.items.find(one))]
    times = [*(one.closed_at or 0 for one in incidents), *(one.at for one in items), *([person.recorded_at] if person else [])]
    classes = {CALL} if kind == "incident" else {EPISODE, *(writing.classes.get(one.field, EPISODE) for one in items)}
    rows = [rules.retention[one] for one in sorted(classes) if one in rules.retention]
    if not rows or not times:
        return None
    longest = max(rows, key=lambda row: (row.keep_ms, row.from_majority_ms))
    since = max(times)
    if person is None or person.age == "adult":
        return Kept(since + longest.keep_ms, longest.data_class, since)
    if person.age_until is None:
        return Kept(None, longest.data_class, since)  # nobody knows when the person is grown: it is kept until somebody does
    return Kept(
        max(since + longest.keep_ms, person.age_until + _to_majority(person.age) + longest.from_majority_ms), longest.data_class, since
    )


def _file_kept(board: Board, rules: CustodianRules, id: str) -> Kept | None:
    """A threat file has one class and one key, and is kept from the day it was closed."""
    file, row = board.threats.find(id), rules.retention.get(FILE)
    if file is None or file.closed_at is None or row is None:
        return None
    return Kept(file.closed_at + row.keep_ms, FILE, file.closed_at)


def _to_majority(band: str) -> int:
    """From the end of the band to the year after the 18th birthday: a teen's band ends with it, a child's six years before."""
    year = 366 * 86_400_000
    return year if band == "teen" else 7 * year
