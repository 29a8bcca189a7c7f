"""Before somebody is driven away: every medical red flag is asked again, and a yes means EMS evaluates first (practice.md).

A recorded reason lets a crew leave all the same: safety on scene never waits for a form. What an offline device tells late has
happened: it is accepted, and what was left open rises to the desk.
"""

from alongside.core.asking import Asking
from alongside.core.board import Board
from alongside.core.codes import RED_FLAGS, AssignmentStatus
from alongside.core.dispatch import facts as f
from alongside.core.fact import Fact, area_stream
from alongside.core.refused import Refused
from alongside.core.rules import Rules
from alongside.core.state import Assignment, Incident

TOLD_LATE = "told_late"  # the reason written for a crew that had no signal to be refused by


def list_unasked(incident: Incident, since: int) -> tuple[str, ...]:
    """Red flags nobody asked about again since the crew met the person; one that stands at yes needs no asking."""
    known = {flag for flag, at in incident.medical_at_departure if at >= since} | set(list_positive(incident))
    return tuple(flag for flag in RED_FLAGS if flag not in known)


def list_positive(incident: Incident) -> tuple[str, ...]:
    """Red flags that stand at yes."""
    return tuple(flag for flag, state in {flag: state for flag, state, _ in incident.medical}.items() if state == "yes")


def needs_ems_first(asking: Asking, incident: Incident, place: str) -> bool:
    """A red flag stands at yes, nobody of EMS has been there, and the place is not an emergency department."""
    return bool(_list_unseen(asking.board, asking.rules, incident, place))


def leave(asking: Asking, assignment: Assignment, incident: Incident, place: str, reason: str) -> tuple[Fact, ...]:
    """Refuse to leave with a red flag unasked, or at yes and unseen by EMS; with a reason leave, and keep what was left open."""
    unasked = list_unasked(incident, assignment.times.get(AssignmentStatus.WITH_PERSON, 0))
    unseen = _list_unseen(asking.board, asking.rules, incident, place)
    if unasked and not reason:
        raise Refused("red_flags_unasked", number=incident.number, open=len(unasked))
    if unseen and not reason:
        raise Refused("ems_first", number=incident.number, flag=",".join(unseen))
    if not (unasked or unseen):
        return ()
    return (
        f.RedFlagsLeftOpen(area_stream(incident.area), asking.at, assignment.id, incident.id, assignment.unit, unasked, unseen, reason),
    )


def list_left_open(board: Board, rules: Rules, assignment: Assignment, incident: Incident) -> tuple[str, ...]:
    """Of the flags left open when this crew drove away, those that still are: nobody asked since, or at yes and unseen by EMS."""
    unasked = list_unasked(incident, assignment.times.get(AssignmentStatus.WITH_PERSON, 0))
    still = {*unasked, *_list_unseen(board, rules, incident, assignment.place)}
    return tuple(flag for flag in assignment.left_open if flag in still)


def _list_unseen(board: Board, rules: Rules, incident: Incident, place: str) -> tuple[str, ...]:
    """Red flags at yes that nobody of EMS looks at, neither on scene nor at this place."""
    facility = rules.facilities.get(place)
    is_emergency = facility is not None and not facility.may_decline
    return () if is_emergency or _is_seen_by_ems(board, rules, incident) else list_positive(incident)


def _is_seen_by_ems(board: Board, rules: Rules, incident: Incident) -> bool:
    """Whoever was aboard then counts, not who is aboard by now."""
    ability = rules.program.requirements.get("ems", "ems")
    return any(ability in one.brought for id in incident.assignments if (one := board.assignments.find(id)))
