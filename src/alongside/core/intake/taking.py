"""The first ring: a need is taken, and what is learnt about it is kept."""

from alongside.core.asking import Asking
from alongside.core.codes import RED_FLAGS, AssignmentStatus, PartyKind
from alongside.core.fact import Fact, area_stream
from alongside.core.intake import facts as f
from alongside.core.intake import level, place, queue
from alongside.core.intake import requests as r
from alongside.core.intake.numbering import find_number
from alongside.core.party import Party
from alongside.core.promise import decide as promise
from alongside.core.refused import Refused
from alongside.core.state import Incident

WITH_PEOPLE = frozenset({AssignmentStatus.WITH_PERSON, AssignmentStatus.TRANSPORTING, AssignmentStatus.AT_PLACE})


def take_call(asking: Asking, request: r.TakeCall) -> tuple[Fact, ...]:
    """The first ring: an incident, and for every person somebody responsible."""
    _must_be_new(asking, request)
    desk = Party(PartyKind.POSITION, request.position)
    promise.must_stand(asking, desk)
    first_ring = min(request.first_ring_at or asking.at, asking.at)
    number = find_number(asking.board, request.area, request.incident, asking.at)
    taken = f.CallTaken(
        area_stream(request.area), asking.at, request.incident, request.area, number,
        request.origin, request.position, first_ring, request.language, request.callback_known,
        request.spot, request.uncertainty_m, *place.known_of(asking, request.spot),
        request.scheduled_for, request.words, _waits_until(asking, request),
    )  # fmt: skip
    people = (
        promise.open_for(asking, episode, request.incident, desk, episode in request.minors, request.scheduled_for)
        for episode in request.episodes
    )
    return (taken, *people)


def _waits_until(asking: Asking, request: r.TakeCall) -> int | None:
    return None if request.scheduled_for else queue.wait_until(asking, asking.rules.program.unassessed_as, asking.now)


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
        if episode in asking.board.episodes or request.episodes.count(episode) > 1:
            raise Refused("episode_exists", episode=episode)


def add_details(asking: Asking, request: r.AddDetails) -> tuple[Fact, ...]:
    """Words and flags; a closed incident still takes notes."""
    incident = asking.incident(request.incident)
    details = (request.language, request.callback_known, request.no_uniform)
    return (f.DetailsAdded(area_stream(incident.area), asking.at, incident.id, *details, request.words),)


def add_person(asking: Asking, request: r.AddPerson) -> tuple[Fact, ...]:
    """One more person; a crew that is there is responsible from this moment, else the desk that works the incident."""
    incident = asking.open_incident(request.incident)
    if request.episode in asking.board.episodes:
        raise Refused("episode_exists", episode=request.episode)
    finder = _crew_there(asking, incident) or _desk_for(asking, incident)
    promise.must_stand(asking, finder)
    planned = incident.scheduled_for if finder.kind is PartyKind.POSITION else None
    return (promise.open_for(asking, request.episode, incident.id, finder, request.minor, planned),)


def _crew_there(asking: Asking, incident: Incident) -> Party | None:
    """The asking crew, where it is with somebody of this incident already."""
    mine = (asking.assignment(id) for id in incident.assignments)
    is_there = any(one.unit == asking.by.seat and one.status in WITH_PEOPLE for one in mine)
    return Party(PartyKind.CREW, asking.by.seat) if is_there else None


def _desk_for(asking: Asking, incident: Incident) -> Party:
    """The desk that works it; where nobody sits there any more, the asker's own."""
    works, own = asking.board.positions.find(incident.position), asking.board.positions.find(asking.by.seat)
    is_empty = works is None or works.staff == ""
    return Party(PartyKind.POSITION, asking.by.seat if is_empty and own is not None else incident.position)


def report_weapon(asking: Asking, request: r.ReportWeapon) -> tuple[Fact, ...]:
    """One weapon fact, never overwritten by the next."""
    incident = asking.incident(request.incident)
    stream = area_stream(incident.area)
    return (f.WeaponReported(stream, asking.at, incident.id, request.weapon, request.place, request.state, request.source),)


def rule_out_red_flags(asking: Asking, request: r.RuleOutRedFlags) -> tuple[Fact, ...]:
    """No to every red flag that does not stand at yes: one answer each, so that each can be corrected alone."""
    incident = asking.incident(request.incident)
    stands = {flag: state for flag, state, _ in incident.medical}
    stream = area_stream(incident.area)
    asked = (flag for flag in RED_FLAGS if stands.get(flag) != "yes")
    return tuple(f.RedFlagReported(stream, asking.at, incident.id, flag, "no", request.when) for flag in asked)


def report_red_flag(asking: Asking, request: r.ReportRedFlag) -> tuple[Fact, ...]:
    """One medical fact; a positive one adds EMS to what the response must have."""
    incident = asking.incident(request.incident)
    told = f.RedFlagReported(area_stream(incident.area), asking.at, incident.id, request.flag, request.state, request.when)
    return (told, *level.require_ems(asking, incident, request.flag, request.state))
