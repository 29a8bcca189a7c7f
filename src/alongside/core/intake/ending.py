"""A need is called off, closed, or opened again."""

from alongside.core.asking import Asking
from alongside.core.codes import EndReason, IncidentStatus, PartyKind
from alongside.core.fact import Fact, area_stream
from alongside.core.intake import facts as f
from alongside.core.intake import later, queue
from alongside.core.intake import requests as r
from alongside.core.life import ASSIGNMENT_ENDS, INCIDENT, must_follow
from alongside.core.party import Party
from alongside.core.promise import decide as promise
from alongside.core.promise.ending import end
from alongside.core.refused import Refused
from alongside.core.state import Episode, Incident


def _must_be_idle(asking: Asking, incident: Incident) -> None:
    for id in incident.assignments:
        assignment = asking.assignment(id)
        if assignment.status not in ASSIGNMENT_ENDS:
            raise Refused("incident_has_units", number=incident.number, unit=assignment.unit)


def cancel_incident(asking: Asking, request: r.CancelIncident) -> tuple[Fact, ...]:
    """Off the queue with a reason; its people's episodes end, signed where the risk is high."""
    incident = asking.incident(request.incident)
    must_follow(INCIDENT, incident.status, IncidentStatus.CANCELLED, "incident")
    _must_be_idle(asking, incident)
    people = [asking.episode(id) for id in incident.episodes]
    _must_be_at_desks(incident, people)
    ends = [fact for one in people if one.responsible for fact in end(asking, one, EndReason.CANCELLED, request.signed_by)]
    return (f.IncidentCancelled(area_stream(incident.area), asking.at, incident.id, request.reason), *ends)


def _must_be_at_desks(incident: Incident, people: list[Episode]) -> None:
    """Whoever a crew, a facility or a crisis line has is not cancelled away from them."""
    for one in people:
        if one.responsible is not None and one.responsible.kind is not PartyKind.POSITION:
            raise Refused("person_elsewhere", number=incident.number, party=one.responsible.id)


def close_incident(asking: Asking, request: r.CloseIncident) -> tuple[Fact, ...]:
    """Off the queue once every person's disposition is known."""
    incident = asking.incident(request.incident)
    must_follow(INCIDENT, incident.status, IncidentStatus.CLOSED, "incident")
    _must_be_idle(asking, incident)
    for id in incident.episodes:
        episode = asking.episode(id)
        if episode.ended is None and episode.disposition is None:
            raise Refused("disposition_missing", number=incident.number, episode=id)
    return (f.IncidentClosed(area_stream(incident.area), asking.at, incident.id, request.reason),)


def reopen_incident(asking: Asking, request: r.ReopenIncident) -> tuple[Fact, ...]:
    """Back on the queue; the asking desk is responsible for people whose episode had ended."""
    incident = asking.incident(request.incident)
    must_follow(INCIDENT, incident.status, IncidentStatus.OPEN, "incident")
    desk = Party(PartyKind.POSITION, request.position)
    promise.must_stand(asking, desk)
    ended = [asking.episode(id) for id in incident.episodes if asking.episode(id).responsible is None]
    waits = queue.wait_until(asking, queue.level_of(asking, incident), asking.now) if ended or queue.is_waiting(asking, incident) else None
    opened = f.IncidentOpened(area_stream(incident.area), asking.at, incident.id, request.reason, waits)
    return (opened, *promise.reopen(asking, ended, desk), *later.fetched_back(asking, incident))
