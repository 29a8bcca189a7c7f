"""How a place is reserved, agreed, declined and taken; the hand-over at the door moves responsibility and frees the crew."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.asking import Asking
from alongside.core.codes import AssignmentStatus as A
from alongside.core.codes import Basis, ClockKind, PartyKind, ReservationStatus
from alongside.core.dispatch.facts import StatusReported
from alongside.core.fact import Fact, area_stream, facility_stream
from alongside.core.handoff import facts as f
from alongside.core.handoff import requests as r
from alongside.core.handoff.places import must_fit
from alongside.core.life import RESERVATION, must_follow
from alongside.core.party import Party
from alongside.core.promise.decide import must_speak_for, sign, take
from alongside.core.refused import Refused
from alongside.core.state import Assignment, Episode, Reservation

OPEN = frozenset({ReservationStatus.RESERVED, ReservationStatus.AGREED})


def set_capacity(asking: Asking, request: r.SetCapacity) -> tuple[Fact, ...]:
    """A number the facility stands for, within what it has."""
    asking.place(request.facility)
    services = {service.id: service for service in asking.rules.facilities[request.facility].services}
    if request.service not in services:
        raise Refused("service_unknown", facility=request.facility, service=request.service)
    if not 0 <= request.free <= services[request.service].capacity:
        raise Refused("capacity_out_of_range", service=request.service, free=request.free, capacity=services[request.service].capacity)
    return (f.CapacitySet(facility_stream(request.facility), asking.at, request.facility, request.service, request.free),)


def set_diversion(asking: Asking, request: r.SetDiversion) -> tuple[Fact, ...]:
    """Advice to go elsewhere."""
    asking.place(request.facility)
    return (f.DiversionSet(facility_stream(request.facility), asking.at, request.facility, request.diverting),)


def reserve_place(asking: Asking, request: r.ReservePlace) -> tuple[Fact, ...]:
    """Ask for a place; one open reservation for a person at a time, so a mistake is taken back first."""
    episode = asking.open_episode(request.episode)
    if request.reservation in asking.board.reservations:
        raise Refused("reservation_exists", reservation=request.reservation)
    if episode.reservation:
        raise Refused("reservation_open", reservation=episode.reservation)
    must_fit(asking, episode, request.facility, request.service, request.legal)
    free = asking.place(request.facility).free.get(request.service)
    facility = asking.rules.facilities[request.facility]
    if free is not None and free <= 0 and facility.may_decline:
        raise Refused("no_free_place", facility=facility.id, service=request.service)
    until = asking.now + asking.rules.clocks.reservation_ms
    reserved = f.PlaceReserved(
        facility_stream(facility.id), asking.at, request.reservation, facility.id, request.service, episode.id, episode.incident,
        request.legal, until, bool(free),
    )  # fmt: skip
    return (reserved, *sign(asking, episode))


def _named(one: Reservation, episode: Episode) -> tuple[str, str, str, str]:
    return one.id, one.facility, episode.id, episode.incident


def _moving(asking: Asking, id: str, then: ReservationStatus) -> tuple[Reservation, Episode]:
    one = asking.reservation(id)
    must_follow(RESERVATION, one.status, then, "reservation")
    return one, asking.episode(one.episode)


def agree_to_receive(asking: Asking, request: r.AgreeToReceive) -> tuple[Fact, ...]:
    """Yes; by phone it is confirmed once read back."""
    one, episode = _moving(asking, request.reservation, ReservationStatus.AGREED)
    must_speak_for(asking, Party(PartyKind.FACILITY, one.facility))
    stream = facility_stream(one.facility)
    return (f.AgreedToReceive(stream, asking.at, *_named(one, episode), request.by_phone, request.read_back, request.words),)


def decline_to_receive(asking: Asking, request: r.DeclineToReceive) -> tuple[Fact, ...]:
    """No, with a reason; from an emergency department it is only advice (practice.md, EMTALA)."""
    one, episode = _moving(asking, request.reservation, ReservationStatus.DECLINED)
    must_speak_for(asking, Party(PartyKind.FACILITY, one.facility))
    if not request.reason:
        raise Refused("reason_missing", request=request.kind)
    stream = facility_stream(one.facility)
    if not asking.rules.facilities[one.facility].may_decline:
        return (f.DiversionAdvised(stream, asking.at, *_named(one, episode), request.reason),)
    return (f.DeclinedToReceive(stream, asking.at, *_named(one, episode), request.reason, request.by_phone),)


def take_back(asking: Asking, request: r.TakeBackReservation) -> tuple[Fact, ...]:
    """Undo of a reservation, at any time before the door."""
    one, episode = _moving(asking, request.reservation, ReservationStatus.TAKEN_BACK)
    return (f.ReservationTakenBack(facility_stream(one.facility), asking.at, *_named(one, episode)),)


def hand_over(asking: Asking, request: r.HandOver) -> tuple[Fact, ...]:
    """At the door. The facility is responsible, and the crew that has nobody else there is free."""
    episode = asking.open_episode(request.episode)
    facility = Party(PartyKind.FACILITY, request.facility)
    asking.place(request.facility)
    if episode.responsible == facility:
        raise Refused("already_handed_over", episode=episode.id, facility=request.facility)
    assert episode.responsible is not None
    reservation = _reservation_for(asking, episode, request)
    crew = _assignment_of(asking, episode)
    arrived = crew.times.get(A.AT_PLACE) if crew else None
    handed = f.HandedOver(
        facility_stream(request.facility), asking.at, episode.id, episode.incident, request.facility, request.service, episode.responsible,
        reservation, request.legal, arrived, request.received_by, request.details,
    )  # fmt: skip
    return (handed, *take(asking, episode, facility, Basis.HANDED_OVER), *_freed(asking, episode, crew))


def _reservation_for(asking: Asking, episode: Episode, request: r.HandOver) -> str:
    """The reservation used; one open elsewhere must be taken back first, so no bed stays reserved for nobody."""
    id = request.reservation or episode.reservation
    if not id:
        return ""
    one = asking.reservation(id)
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
    if crew is None or A.CLEARED not in _allowed(crew):
        return ()
    incident = asking.incident(episode.incident)
    others = (asking.episode(id) for id in incident.episodes if id != episode.id)
    if any(one.responsible == episode.responsible for one in others):
        return ()
    stream = area_stream(incident.area)
    return (StatusReported(stream, asking.at, crew.id, incident.id, crew.unit, A.CLEARED, reason="handed_over"),)


def _allowed(crew: Assignment) -> frozenset[A]:
    return frozenset({A.CLEARED}) if crew.status in (A.AT_PLACE, A.TRANSPORTING, A.WITH_PERSON, A.ON_SCENE) else frozenset()


def release_person(asking: Asking, request: r.ReleasePerson) -> tuple[Fact, ...]:
    """The facility lets the person go; it stays responsible until the follow-up desk or another party takes over."""
    episode = asking.open_episode(request.episode)
    if episode.responsible is None or episode.responsible.kind is not PartyKind.FACILITY:
        raise Refused("not_at_facility", episode=episode.id)
    must_speak_for(asking, episode.responsible)
    facility = episode.responsible.id
    released = f.PersonReleased(facility_stream(facility), asking.at, episode.id, episode.incident, facility, request.to)
    return (released, *sign(asking, episode))


def reservation_due(asking: Asking, subject: str) -> tuple[Fact, ...]:
    """Its time ran out; the place is free again."""
    one, episode = _moving(asking, subject, ReservationStatus.LAPSED)
    return (f.ReservationLapsed(facility_stream(one.facility), asking.now, *_named(one, episode)),)


DECIDE: Mapping[type[Any], Callable[[Asking, Any], tuple[Fact, ...]]] = {
    r.SetCapacity: set_capacity,
    r.SetDiversion: set_diversion,
    r.ReservePlace: reserve_place,
    r.AgreeToReceive: agree_to_receive,
    r.DeclineToReceive: decline_to_receive,
    r.TakeBackReservation: take_back,
    r.HandOver: hand_over,
    r.ReleasePerson: release_person,
}
DUE: Mapping[ClockKind, Callable[[Asking, str], tuple[Fact, ...]]] = {ClockKind.RESERVATION: reservation_due}
