"""How an assignment moves on. Contact with the person is the take-over on scene; nothing else moves responsibility to a crew."""

from alongside.core.asking import Asking
from alongside.core.codes import AssignmentStatus as A
from alongside.core.codes import PartyKind
from alongside.core.dispatch import facts as f
from alongside.core.dispatch import requests as r
from alongside.core.dispatch.gone import moved_on
from alongside.core.dispatch.with_people import for_people
from alongside.core.fact import Fact, area_stream
from alongside.core.life import ASSIGNMENT, REMOTE_ONLY, REPORTED_BY_CREW, must_follow
from alongside.core.party import Party
from alongside.core.refused import Refused
from alongside.core.state import Assignment


def report_status(asking: Asking, request: r.ReportStatus) -> tuple[Fact, ...]:
    """One step of the life table, with what it means for the people there."""
    assignment = asking.assignment(request.assignment)
    incident = asking.incident(assignment.incident)
    _must_be_allowed(asking, assignment, request)
    crew = Party(PartyKind.CREW, assignment.unit)
    meant = for_people(asking, incident, assignment, crew, request)
    spot = request.spot or (incident.spot if request.status is A.ON_SCENE else None)
    stream = area_stream(incident.area)
    told = f.StatusReported(
        stream, asking.at, assignment.id, incident.id, assignment.unit, request.status, request.place, spot, request.reason
    )
    return (told, *meant, *moved_on(asking, incident, assignment, request.status))


def _must_be_allowed(asking: Asking, assignment: Assignment, request: r.ReportStatus) -> None:
    must_follow(ASSIGNMENT, assignment.status, request.status, "assignment")
    if request.status not in REPORTED_BY_CREW:
        raise Refused("not_reported_by_crew", status=request.status.value)
    kind = asking.rules.program.crews.get(asking.unit(assignment.unit).acts_as)
    if (assignment.status, request.status) in REMOTE_ONLY and not (kind and kind.remote):
        raise Refused("life_assignment", now=assignment.status.value, then=request.status.value, allowed="enroute,on_scene")
    if request.status is A.TRANSPORTING and not request.place:
        raise Refused("transport_needs_place", unit=assignment.unit)
