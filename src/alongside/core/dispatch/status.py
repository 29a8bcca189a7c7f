"""How an assignment moves on. Contact with the person is the take-over on scene; nothing else moves responsibility to a crew."""

from alongside.core.asking import Asking
from alongside.core.codes import TRANSPORTED, Basis, PartyKind
from alongside.core.codes import AssignmentStatus as A
from alongside.core.dispatch import facts as f
from alongside.core.dispatch import requests as r
from alongside.core.dispatch.gone import moved_on
from alongside.core.fact import Fact, area_stream
from alongside.core.life import ASSIGNMENT, ASSIGNMENT_ENDS, REMOTE_ONLY, REPORTED_BY_CREW, must_follow
from alongside.core.party import Party
from alongside.core.promise.decide import sign, take
from alongside.core.refused import Refused
from alongside.core.state import Assignment, Episode, Incident


def report_status(asking: Asking, request: r.ReportStatus) -> tuple[Fact, ...]:
    """One step of the life table, with what it means for the people there."""
    assignment = asking.assignment(request.assignment)
    incident = asking.incident(assignment.incident)
    _must_be_allowed(asking, assignment, request)
    crew = Party(PartyKind.CREW, assignment.unit)
    if request.status in ASSIGNMENT_ENDS:
        _must_leave_nobody(asking, incident, crew, request.status)
    spot = request.spot or (incident.spot if request.status is A.ON_SCENE else None)
    stream = area_stream(incident.area)
    told = f.StatusReported(
        stream, asking.at, assignment.id, incident.id, assignment.unit, request.status, request.place, spot, request.reason
    )
    return (told, *_people(asking, incident, crew, request), *moved_on(asking, incident, assignment, request.status))


def _must_be_allowed(asking: Asking, assignment: Assignment, request: r.ReportStatus) -> None:
    must_follow(ASSIGNMENT, assignment.status, request.status, "assignment")
    if request.status not in REPORTED_BY_CREW:
        raise Refused("not_reported_by_crew", status=request.status.value)
    kind = asking.rules.program.crews.get(asking.unit(assignment.unit).acts_as)
    if (assignment.status, request.status) in REMOTE_ONLY and not (kind and kind.remote):
        raise Refused("life_assignment", now=assignment.status.value, then=request.status.value, allowed="enroute,on_scene")
    if request.status is A.TRANSPORTING and not request.place:
        raise Refused("transport_needs_place", unit=assignment.unit)


def _must_leave_nobody(asking: Asking, incident: Incident, crew: Party, status: A) -> None:
    """A crew does not leave a person it is responsible for without saying what came of it."""
    for episode in _theirs(asking, incident, crew):
        if episode.disposition is None or status is A.DECLINED:
            raise Refused("clear_needs_disposition", number=incident.number, episode=episode.id)
        if episode.disposition in TRANSPORTED:
            raise Refused("clear_needs_hand_over", number=incident.number, episode=episode.id)


def _theirs(asking: Asking, incident: Incident, crew: Party) -> list[Episode]:
    return [episode for id in incident.episodes if (episode := asking.episode(id)).responsible == crew]


def _people(asking: Asking, incident: Incident, crew: Party, request: r.ReportStatus) -> tuple[Fact, ...]:
    if request.status is A.WITH_PERSON:
        return _contact(asking, incident, crew, request.episodes or incident.episodes)
    return tuple(fact for episode in _theirs(asking, incident, crew) for fact in sign(asking, episode))


def _contact(asking: Asking, incident: Incident, crew: Party, episodes: tuple[str, ...]) -> tuple[Fact, ...]:
    """The crew takes over from desks and partners; from another crew only by an accepted transfer."""
    facts: list[Fact] = []
    for id in episodes:
        if id not in incident.episodes:
            raise Refused("episode_elsewhere", episode=id, number=incident.number)
        episode = asking.episode(id)
        if episode.responsible is not None and episode.responsible.kind in (PartyKind.POSITION, PartyKind.PARTNER):
            facts += take(asking, episode, crew, Basis.CONTACT_ON_SCENE)
    return tuple(facts)
