"""What a crew's step means for the people it is with: contact, leaving with them, leaving nobody behind."""

from alongside.core.asking import Asking
from alongside.core.codes import TRANSPORTED, Basis, PartyKind
from alongside.core.codes import AssignmentStatus as A
from alongside.core.dispatch import requests as r
from alongside.core.dispatch.departing import TOLD_LATE, leave
from alongside.core.fact import Fact
from alongside.core.life import ASSIGNMENT_ENDS
from alongside.core.party import Party
from alongside.core.promise.decide import sign, take
from alongside.core.refused import Refused
from alongside.core.state import Assignment, Episode, Incident
from alongside.core.transport.riding import steps_of


def for_people(asking: Asking, incident: Incident, assignment: Assignment, crew: Party, request: r.ReportStatus) -> tuple[Fact, ...]:
    """Refused where somebody would be left behind, or driven away unasked; else what the step says of them."""
    if request.status in ASSIGNMENT_ENDS:
        _must_leave_nobody(asking, incident, crew, request.status)
    rides = steps_of(asking, incident, assignment, request.status, request.place)
    return (*_leaves(asking, incident, assignment, request), *_heard(asking, incident, crew, request), *rides)


def _leaves(asking: Asking, incident: Incident, assignment: Assignment, request: r.ReportStatus) -> tuple[Fact, ...]:
    """Somebody is driven away from the scene: the red flags first. From one place to the next they were asked already."""
    held = (party for id in incident.episodes if (party := asking.episode(id).responsible) is not None)
    in_care = any(party.kind is PartyKind.CREW for party in held)  # whichever crew drives: the ambulance is often not the one responsible
    is_leaving = request.status is A.TRANSPORTING and assignment.status is A.WITH_PERSON and in_care
    reason = request.reason or (TOLD_LATE if request.device else "")
    return leave(asking, assignment, incident, request.place, reason) if is_leaving else ()


def _must_leave_nobody(asking: Asking, incident: Incident, crew: Party, status: A) -> None:
    """A crew does not leave a person it is responsible for without saying what came of it."""
    for episode in _theirs(asking, incident, crew):
        if episode.disposition is None or status is A.DECLINED:
            raise Refused("clear_needs_disposition", number=incident.number, episode=episode.id)
        if episode.disposition in TRANSPORTED:
            raise Refused("clear_needs_hand_over", number=incident.number, episode=episode.id)


def _theirs(asking: Asking, incident: Incident, crew: Party) -> list[Episode]:
    return [episode for id in incident.episodes if (episode := asking.episode(id)).responsible == crew]


def _heard(asking: Asking, incident: Incident, crew: Party, request: r.ReportStatus) -> tuple[Fact, ...]:
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
