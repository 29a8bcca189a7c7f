"""Who else is on this call, who can be asked, and what was said to this crew."""

from alongside.core.asking import Asking
from alongside.core.codes import AssignmentStatus as A
from alongside.core.codes import UnitService
from alongside.core.life import ASSIGNMENT_ENDS
from alongside.core.state import Assignment, Incident, Message, Unit
from alongside.server.field.need import drive_of
from alongside.server.site.coded import word
from alongside.server.site.rows import Row, View

ON_THE_WAY = frozenset({A.ASSIGNED, A.ACKNOWLEDGED, A.ENROUTE})
MESSAGES = 8


def list_others(view: View, asking: Asking, incident: Incident, unit: Unit) -> list[Row]:
    """The other units at work on the incident, with status, its age, and the drive that is left."""
    there = (asking.assignment(id) for id in incident.assignments)
    return [_other(view, asking, incident, one) for one in there if one.unit != unit.id and one.status not in ASSIGNMENT_ENDS]


def _other(view: View, asking: Asking, incident: Incident, assignment: Assignment) -> Row:
    unit = asking.unit(assignment.unit)
    return {
        "call_sign": unit.call_sign,
        "kind": view.names.label(f"crew.{unit.acts_as or unit.crew_kind}", view.language),
        "members": ", ".join(view.names.person(one.staff) for one in unit.members),
        "status": assignment.status.value,
        "status_word": word("status", assignment.status.value),
        "status_at": assignment.times.get(assignment.status, 0),
        "drive": drive_of(view, asking, incident, unit) if assignment.status in ON_THE_WAY else None,
    }


def find_clinician(view: View, asking: Asking) -> Row | None:
    """The staffed clinician's desk, or a clinician by phone who is free; None where nobody is on call."""
    for desk in asking.rules.program.desks:
        position = view.board.positions.find(desk.id)
        if desk.duty == "clinician_line" and position and position.staff:
            return {"to": desk.id, "name": view.names.person(position.staff), "what": view.names.label(f"desk.{desk.id}", view.language)}
    for unit in view.board.units:
        kind = asking.rules.program.crews.get(unit.acts_as)
        if kind and kind.remote and unit.service is UnitService.IN_SERVICE and not unit.assignments:
            names = ", ".join(view.names.person(one.staff) for one in unit.members)
            return {"to": unit.id, "name": names, "what": view.names.label(f"crew.{unit.acts_as}", view.language)}
    return None


def list_messages(view: View, unit: Unit) -> list[Message]:
    """The last messages to this crew and from it, latest first."""
    mine = [one for one in view.board.messages if unit.id in (one.to, one.sender)]
    return mine[-MESSAGES:][::-1]


def message_row(view: View, unit: Unit, message: Message) -> Row:
    """One message, without its words: those are read from the vault afterwards."""
    incident = view.board.incidents.find(message.incident)
    sender = view.board.units.find(message.sender)
    return {
        "id": message.id,
        "mine": message.sender == unit.id,
        "sender": sender.call_sign if sender else _desk_or_person(view, message.sender),
        "number": incident.number if incident else None,
        "at": message.at,
        "read": message.read_at is not None,
    }


def _desk_or_person(view: View, sender: str) -> str:
    return view.names.desk(view.board, sender, view.language) if sender in view.board.positions else view.names.person(sender)


def list_reserved(told: Row) -> list[Row]:
    """The places reserved for the people of the crew's page."""
    moves = (person["transport"] for person in (told.get("shown") or {}).get("people", ()))
    return [move["reserved"] for move in moves if move and move["reserved"]]
