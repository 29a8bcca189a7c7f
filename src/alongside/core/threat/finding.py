"""Whose a threat file is: its lead, its team, and who oversees. For everybody else it is not there."""

from collections.abc import Iterator
from hashlib import sha256

from alongside.core.asking import Asking
from alongside.core.board import Board
from alongside.core.fact import threat_stream
from alongside.core.party import Actor, Reference
from alongside.core.refused import Refused
from alongside.core.request import Request
from alongside.core.threat.state import Threat, ThreatTask
from alongside.core.threat.terms import HEALTH

OVERSEES = frozenset({"supervisor"})
OF_FILE = "threat_management"  # the data class of every word of a file


def is_team(by: Actor, file: Threat) -> bool:
    """Whether they read and write the file: who answers for it, and who assesses."""
    return file.is_open and (by.staff == file.lead or file.members.get(by.staff) == "assesses")


def has_part(by: Actor, file: Threat) -> bool:
    """Whether they do something of it."""
    return file.is_open and (by.staff == file.lead or by.staff in file.members)


def is_theirs(by: Actor, file: Threat) -> bool:
    """Whether they may know that there is such a file."""
    return has_part(by, file) or by.role in OVERSEES or (bool(by.staff) and by.staff in (file.offered_to, file.closed_by))


def find_file(asking: Asking, id: str) -> Threat:
    """The file, or ``Refused("threat_unknown")`` alike for what is not there and what is not theirs."""
    file = asking.board.threats.find(id)
    if file is None or not is_theirs(asking.by, file):
        raise Refused("threat_unknown")
    return file


def open_file(asking: Asking, id: str) -> Threat:
    """An open file, as :func:`find_file`."""
    file = find_file(asking, id)
    if not file.is_open:
        raise Refused("threat_closed", reason=file.closed)
    return file


def team_file(asking: Asking, id: str) -> Threat:
    """An open file the asker reads and writes."""
    file = open_file(asking, id)
    if not is_team(asking.by, file):
        raise Refused("threat_not_team")
    return file


def led_file(asking: Asking, id: str) -> Threat:
    """An open file the asker answers for, or oversees."""
    file = open_file(asking, id)
    if asking.by.staff != file.lead and asking.by.role not in OVERSEES:
        raise Refused("threat_not_lead")
    return file


def find_task(file: Threat, id: str) -> ThreatTask:
    """An open task of the file."""
    task = file.tasks.get(id)
    if task is None:
        raise Refused("task_unknown")
    if not task.is_open:
        raise Refused("task_over")
    return task


def must_lead(asking: Asking) -> None:
    """Only who runs threat management here, in a role that may answer for a file."""
    rules, by = asking.rules.threat, asking.by
    if by.agency not in rules.agencies or by.role not in rules.leads:
        raise Refused("threat_not_run_here", role=by.role)


def words_of(asking: Asking, request: Request, *needed: str) -> tuple[Reference, ...]:
    """The words, all of this file's own class; the ``needed`` among them. Nothing of a health record comes in beside its own way."""
    classes = asking.rules.writing.classes
    if any(classes.get(one.field) != OF_FILE for one in request.words):
        raise Refused("threat_other_words")
    if set(needed) - {one.field for one in request.words}:
        raise Refused("threat_words_missing")
    if request.words and asking.by.role in HEALTH and not getattr(request, "no_health", True):
        raise Refused("threat_health_needs_basis")
    return request.words


def reference_of(id: str) -> str:
    """How a file is named aloud, to whom a court has asked for it: it tells neither whom it is about nor how many there are (0030)."""
    return f"T-{sha256(id.encode()).hexdigest()[:8].upper()}"


def list_led(board: Board, staff: str) -> Iterator[Threat]:
    """The open files somebody answers for."""
    return (one for one in board.threats if one.is_open and one.lead == staff)


def named(asking: Asking, file: Threat) -> tuple[str, int, str]:
    """What every fact of a file begins with."""
    return threat_stream(file.id), asking.at, file.id
