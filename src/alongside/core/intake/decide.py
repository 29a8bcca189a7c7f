"""How a need is taken, placed, opened again, cancelled and linked."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.asking import Asking
from alongside.core.codes import Basis, ClockKind, EndReason, IncidentStatus, PartyKind
from alongside.core.fact import Fact, area_stream
from alongside.core.geography.distance import find_beat, metres_between
from alongside.core.intake import facts as f
from alongside.core.intake import level
from alongside.core.intake import requests as r
from alongside.core.life import ASSIGNMENT_ENDS, INCIDENT, must_follow
from alongside.core.party import Party
from alongside.core.promise import decide as promise
from alongside.core.promise.facts import EpisodeReopened
from alongside.core.refused import Refused
from alongside.core.state import Incident
from alongside.core.travel import Spot

HAZARD_WITHIN_M = 40


def take_call(asking: Asking, request: r.TakeCall) -> tuple[Fact, ...]:
    """The first ring: an incident, and for every person somebody responsible."""
    _must_be_new(asking, request)
    desk = Party(PartyKind.POSITION, request.position)
    promise.must_stand(asking, desk)
    first_ring = min(request.first_ring_at or asking.at, asking.at)
    taken = f.CallTaken(
        area_stream(request.area), asking.at, request.incident, request.area, asking.board.numbers.get(request.area, 0) + 1,
        request.origin, request.position, first_ring, request.language, request.callback_known,
        request.spot, request.uncertainty_m, find_beat(request.spot, asking.rules.beats), _hazards(asking, request.spot),
        request.scheduled_for, request.words, _waits_until(asking, request),
    )  # fmt: skip
    people = (promise.open_for(asking, episode, request.incident, desk, episode in request.minors) for episode in request.episodes)
    return (taken, *people)


def _waits_until(asking: Asking, request: r.TakeCall) -> int | None:
    return None if request.scheduled_for else level.wait_until(asking, asking.rules.program.unassessed_as, asking.now)


def _must_be_new(asking: Asking, request: r.TakeCall) -> None:
    if request.incident in asking.board.incidents:
        raise Refused("incident_exists", incident=request.incident)
    if not request.episodes:
        raise Refused("incident_without_person", incident=request.incident)
    if request.origin not in asking.rules.program.origins:
        raise Refused("origin_not_served", origin=request.origin.value, program=asking.rules.program.id)
    if request.scheduled_for is not None and request.scheduled_for <= asking.now:
        raise Refused("schedule_in_past", scheduled_for=request.scheduled_for)
    for episode in request.episodes:
        if episode in asking.board.episodes:
            raise Refused("episode_exists", episode=episode)


def _hazards(asking: Asking, spot: Spot | None) -> tuple[str, ...]:
    """Hazards on record at this place whose review date has not passed."""
    if spot is None:
        return ()
    near = (h for h in asking.board.hazards if not h.withdrawn and h.spot is not None and h.review_at > asking.now)
    return tuple(dict.fromkeys(h.code for h in near if h.spot and metres_between(spot, h.spot) <= HAZARD_WITHIN_M))


def add_details(asking: Asking, request: r.AddDetails) -> tuple[Fact, ...]:
    """Words and flags; a closed incident still takes notes."""
    incident = asking.incident(request.incident)
    details = (request.language, request.callback_known, request.no_uniform)
    return (f.DetailsAdded(area_stream(incident.area), asking.at, incident.id, *details, request.words),)


def add_person(asking: Asking, request: r.AddPerson) -> tuple[Fact, ...]:
    """One more person; the desk that works the incident is responsible until somebody takes over."""
    incident = asking.open_incident(request.incident)
    if request.episode in asking.board.episodes:
        raise Refused("episode_exists", episode=request.episode)
    desk = Party(PartyKind.POSITION, incident.position)
    promise.must_stand(asking, desk)
    return (promise.open_for(asking, request.episode, incident.id, desk, request.minor),)


def find_place(asking: Asking, request: r.FindPlace) -> tuple[Fact, ...]:
    """Coordinates beside the caller's own words."""
    incident = asking.incident(request.incident)
    beat = find_beat(request.spot, asking.rules.beats)
    stream, hazards = area_stream(incident.area), _hazards(asking, request.spot)
    return (f.PlaceFound(stream, asking.at, incident.id, request.spot, request.how, request.uncertainty_m, beat, hazards),)


def report_weapon(asking: Asking, request: r.ReportWeapon) -> tuple[Fact, ...]:
    """One weapon fact, never overwritten by the next."""
    incident = asking.incident(request.incident)
    stream = area_stream(incident.area)
    return (f.WeaponReported(stream, asking.at, incident.id, request.weapon, request.place, request.state, request.source),)


def report_red_flag(asking: Asking, request: r.ReportRedFlag) -> tuple[Fact, ...]:
    """One medical fact; a positive one adds EMS to what the response must have."""
    incident = asking.incident(request.incident)
    told = f.RedFlagReported(area_stream(incident.area), asking.at, incident.id, request.flag, request.state, request.when)
    return (told, *level.require_ems(asking, incident, request.flag, request.state))


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
    ends = [end for one in people if one.responsible for end in promise.end(asking, one, EndReason.CANCELLED, request.signed_by)]
    return (f.IncidentCancelled(area_stream(incident.area), asking.at, incident.id, request.reason), *ends)


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
    opened = f.IncidentOpened(area_stream(incident.area), asking.at, incident.id, request.reason)
    due = promise.speak_by(asking, desk)
    basis = Basis.REOPENED
    return (opened, *(EpisodeReopened(f"episode/{one.id}", asking.at, one.id, incident.id, desk, basis, due) for one in ended))


def link_incidents(asking: Asking, request: r.LinkIncidents) -> tuple[Fact, ...]:
    """A person links; nothing is merged, nobody's responsibility moves."""
    incident, other = asking.incident(request.incident), asking.incident(request.other)
    if incident.id == other.id:
        raise Refused("link_to_self", number=incident.number)
    if other.id in incident.links:
        raise Refused("already_linked", number=incident.number, other=other.number)
    return (f.IncidentsLinked(area_stream(incident.area), asking.at, incident.id, other.id, request.basis),)


def unlink_incidents(asking: Asking, request: r.UnlinkIncidents) -> tuple[Fact, ...]:
    """Everything is as before the link."""
    incident, other = asking.incident(request.incident), asking.incident(request.other)
    if other.id not in incident.links:
        raise Refused("not_linked", number=incident.number, other=other.number)
    return (f.IncidentsUnlinked(area_stream(incident.area), asking.at, incident.id, other.id),)


def schedule_due(asking: Asking, subject: str) -> tuple[Fact, ...]:
    """What was reserved for later is due now."""
    incident = asking.incident(subject)
    return (f.IncidentOpened(area_stream(incident.area), asking.now, subject, "scheduled"),)


DECIDE: Mapping[type[Any], Callable[[Asking, Any], tuple[Fact, ...]]] = {
    r.TakeCall: take_call,
    r.AddDetails: add_details,
    r.AddPerson: add_person,
    r.FindPlace: find_place,
    r.AnswerProtocol: level.answer_protocol,
    r.SetLevel: level.set_level,
    r.ConcurLowering: level.concur_lowering,
    r.ReportWeapon: report_weapon,
    r.ReportRedFlag: report_red_flag,
    r.CancelIncident: cancel_incident,
    r.CloseIncident: close_incident,
    r.ReopenIncident: reopen_incident,
    r.LinkIncidents: link_incidents,
    r.UnlinkIncidents: unlink_incidents,
}
DUE: Mapping[ClockKind, Callable[[Asking, str], tuple[Fact, ...]]] = {
    ClockKind.SCHEDULE: schedule_due,
    ClockKind.UNASSIGNED: level.waiting_due,
}
