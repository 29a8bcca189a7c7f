"""The hand-over at the door: it alone moves responsibility to a facility, and it frees the crew."""

from alongside.core.asking import Asking
from alongside.core.codes import HANDED, AssignmentStatus, Basis, PartyKind, ReservationStatus
from alongside.core.dispatch.facts import StatusReported
from alongside.core.fact import Fact, area_stream, facility_stream
from alongside.core.handoff import facts as f
from alongside.core.handoff import requests as r
from alongside.core.handoff.fitting import must_have
from alongside.core.life import ASSIGNMENT, RESERVATION, must_follow
from alongside.core.party import Party
from alongside.core.promise.decide import sign, take
from alongside.core.refused import Refused
from alongside.core.state import Assignment, Episode


def hand_over(asking: Asking, request: r.HandOver) -> tuple[Fact, ...]:
    """At the door. The facility is responsible, and the crew that has nobody else there is free."""
    episode = asking.open_episode(request.episode)
    facility = Party(PartyKind.FACILITY, request.facility)
    must_have(asking, request.facility, request.service)
    if unknown := set(request.details) - HANDED:
        raise Refused("detail_unknown", detail=",".join(sorted(unknown)))
    if {"searched", "not_searched"} <= set(request.details):
        raise Refused("searched_or_not", facility=request.facility)
    if episode.responsible == facility:
        raise Refused("already_handed_over", episode=episode.id, facility=request.facility)
    assert episode.responsible is not None
    reservation = _reservation_for(asking, episode, request)
    _must_be_received(asking, request, reservation)
    crew = _assignment_of(asking, episode)
    arrived = crew.times.get(AssignmentStatus.AT_PLACE) if crew else None
    handed = f.HandedOver(
        facility_stream(request.facility), asking.at, episode.id, episode.incident, request.facility, request.service, episode.responsible,
        reservation, request.legal, arrived, request.received_by, request.details,
    )  # fmt: skip
    return (handed, *take(asking, episode, facility, Basis.HANDED_OVER), *_freed(asking, episode, crew))


def _must_be_received(asking: Asking, request: r.HandOver, reservation: str) -> None:
    """A door that may say no has said yes: by agreeing, by its own staff's request, or by the name of who took over."""
    told = asking.reservation(reservation) if reservation else None
    is_agreed = told is not None and told.status is ReservationStatus.AGREED and told.read_back  # by phone: confirmed, too
    is_open = not asking.rules.facilities[request.facility].may_decline
    if not (is_open or is_agreed or request.received_by or asking.by.seat == request.facility):
        raise Refused("receiver_missing", facility=request.facility)


def _reservation_for(asking: Asking, episode: Episode, request: r.HandOver) -> str:
    """The reservation used; one open elsewhere must be taken back first, so no bed stays reserved for nobody."""
    id = request.reservation or episode.reservation
    if not id:
        return ""
    one = asking.reservation(id)
    if one.status is ReservationStatus.LAPSED and one.id != episode.reservation:
        return ""  # a reservation that ran out does not close the door
    must_follow(RESERVATION, one.status, ReservationStatus.HANDED_OVER, "reservation")
    if one.facility != request.facility or one.episode != episode.id:
        raise Refused("reservation_elsewhere", reservation=id, facility=one.facility)
    return id


def _assignment_of(asking: Asking, episode: Episode) -> Assignment | None:
    """The open assignment of the crew that brought the person."""
    if episode.responsible is None or episode.responsible.kind is not PartyKind.CREW:
        return None
    unit = asking.unit(episode.responsible.id)
    mine = (asking.assignment(id) for id in unit.assignments)
    return next((one for one in mine if one.incident == episode.incident), None)


def _freed(asking: Asking, episode: Episode, crew: Assignment | None) -> tuple[Fact, ...]:
    if crew is None or AssignmentStatus.CLEARED not in ASSIGNMENT[crew.status]:
        return ()
    incident = asking.incident(episode.incident)
    others = (asking.episode(id) for id in incident.episodes if id != episode.id)
    if any(one.responsible == episode.responsible for one in others):
        return ()
    stream = area_stream(incident.area)
    return (StatusReported(stream, asking.at, crew.id, incident.id, crew.unit, AssignmentStatus.CLEARED, reason="handed_over"),)


def release_person(asking: Asking, request: r.ReleasePerson) -> tuple[Fact, ...]:
    """The facility lets the person go; it stays responsible until the follow-up desk or another party takes over."""
    episode = asking.open_episode(request.episode)
    if episode.responsible is None or episode.responsible.kind is not PartyKind.FACILITY:
        raise Refused("not_at_facility", episode=episode.id)
    facility = episode.responsible.id
    released = f.PersonReleased(facility_stream(facility), asking.at, episode.id, episode.incident, facility, request.to)
    return (released, *sign(asking, episode))
