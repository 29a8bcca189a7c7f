"""Before somebody is driven away: every medical red flag is asked again, and a yes means EMS evaluates first (practice.md).

A recorded reason lets a crew leave all the same: safety on scene never waits for a form.
"""

from alongside.core.asking import Asking
from alongside.core.codes import RED_FLAGS, AssignmentStatus
from alongside.core.dispatch import facts as f
from alongside.core.fact import Fact, area_stream
from alongside.core.refused import Refused
from alongside.core.state import Assignment, Incident


def list_unasked(incident: Incident, since: int) -> tuple[str, ...]:
    """Red flags nobody asked about again since the crew met the person; one that stands at yes needs no asking."""
    known = {flag for flag, at in incident.medical_at_departure if at >= since} | set(list_positive(incident))
    return tuple(flag for flag in RED_FLAGS if flag not in known)


def list_positive(incident: Incident) -> tuple[str, ...]:
    """Red flags that stand at yes."""
    return tuple(flag for flag, state in {flag: state for flag, state, _ in incident.medical}.items() if state == "yes")


def needs_ems_first(asking: Asking, incident: Incident, place: str) -> bool:
    """A red flag stands at yes, nobody of EMS has been there, and the place is not an emergency department."""
    facility = asking.rules.facilities.get(place)
    is_emergency = facility is not None and not facility.may_decline
    return bool(list_positive(incident)) and not is_emergency and not _is_seen_by_ems(asking, incident)


def leave(asking: Asking, assignment: Assignment, incident: Incident, place: str, reason: str) -> tuple[Fact, ...]:
    """Refuse to leave with a red flag unasked, or at yes and unseen by EMS; with a reason leave, and keep what was left open."""
    unasked = list_unasked(incident, assignment.times.get(AssignmentStatus.WITH_PERSON, 0))
    unseen = list_positive(incident) if needs_ems_first(asking, incident, place) else ()
    if unasked and not reason:
        raise Refused("red_flags_unasked", number=incident.number, open=len(unasked))
    if unseen and not reason:
        raise Refused("ems_first", number=incident.number, flag=",".join(unseen))
    if not (unasked or unseen):
        return ()
    return (
        f.RedFlagsLeftOpen(area_stream(incident.area), asking.at, assignment.id, incident.id, assignment.unit, unasked, unseen, reason),
    )


def _is_seen_by_ems(asking: Asking, incident: Incident) -> bool:
    ability = asking.rules.program.requirements.get("ems", "ems")
    there = (asking.assignment(id) for id in incident.assignments)
    return any(AssignmentStatus.ON_SCENE in one.times and ability in asking.unit(one.unit).capabilities for one in there)
