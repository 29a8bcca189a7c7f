"""A place is asked for, agreed, declined, taken back, or lapses; none of it moves responsibility."""

from alongside.core.asking import Asking
from alongside.core.codes import AssignmentStatus, PartyKind, ReservationStatus
from alongside.core.fact import Fact, facility_stream
from alongside.core.handoff import confidence, fitting
from alongside.core.handoff import facts as f
from alongside.core.handoff import requests as r
from alongside.core.life import RESERVATION, must_follow
from alongside.core.party import Party
from alongside.core.promise.by_phone import is_by_voice, must_name_who
from alongside.core.promise.decide import sign
from alongside.core.refused import Refused
from alongside.core.state import Episode, Reservation

ON_THE_WAY = frozenset({AssignmentStatus.TRANSPORTING, AssignmentStatus.AT_PLACE})


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
    fitting.must_fit(asking, episode, request.facility, request.service, request.legal)
    place = asking.place(request.facility)
    free = place.free.get(request.service)
    facility = asking.rules.facilities[request.facility]
    if free is not None and free <= 0 and facility.may_decline:
        raise Refused("no_free_place", facility=facility.id, service=request.service)
    until = asking.now + asking.rules.clocks.reservation_ms
    counts = confidence.Confidence(asking)
    told = counts.of(facility, request.service, place)
    is_asked = facility.may_decline  # a door that never declines gives no answer to learn from
    reserved = f.PlaceReserved(
        facility_stream(facility.id), asking.at, request.reservation, facility.id, request.service, episode.id, episode.incident,
        request.legal, until, bool(free), counts.hour, told.standing, told.usual if is_asked else None,
        told.chance if is_asked else None, told.answer_ms if is_asked else None, facility.id in episode.wish.wants,
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
    by_phone = is_by_voice(asking, Party(PartyKind.FACILITY, one.facility), request.by_phone)
    must_name_who(request.words, one.said, by_phone, request.read_back)
    stream = facility_stream(one.facility)
    return (f.AgreedToReceive(stream, asking.at, *_named(one, episode), by_phone, request.read_back, request.words),)


def decline_to_receive(asking: Asking, request: r.DeclineToReceive) -> tuple[Fact, ...]:
    """No, with a reason; from an emergency department it is only advice (practice.md, EMTALA)."""
    one, episode = _moving(asking, request.reservation, ReservationStatus.DECLINED)
    if not request.reason:
        raise Refused("reason_missing", request=request.kind)
    stream = facility_stream(one.facility)
    if not asking.rules.facilities[one.facility].may_decline:
        return (f.DiversionAdvised(stream, asking.at, *_named(one, episode), request.reason),)
    said = (request.by_phone, request.read_back, request.words)
    return (f.DeclinedToReceive(stream, asking.at, *_named(one, episode), request.reason, *said),)


def take_back(asking: Asking, request: r.TakeBackReservation) -> tuple[Fact, ...]:
    """Undo of a reservation, at any time before the door."""
    one, episode = _moving(asking, request.reservation, ReservationStatus.TAKEN_BACK)
    return (f.ReservationTakenBack(facility_stream(one.facility), asking.at, *_named(one, episode)),)


def reservation_due(asking: Asking, subject: str) -> tuple[Fact, ...]:
    """Its time ran out; the place is free again, unless the person is on the way to it."""
    one, episode = _moving(asking, subject, ReservationStatus.LAPSED)
    if _is_on_the_way(asking, episode, one.facility):
        until = asking.now + asking.rules.clocks.reservation_ms
        return (f.ReservationExtended(facility_stream(one.facility), asking.now, *_named(one, episode), until),)
    return (f.ReservationLapsed(facility_stream(one.facility), asking.now, *_named(one, episode)),)


def _is_on_the_way(asking: Asking, episode: Episode, facility: str) -> bool:
    """The crew that has the person is driving there, or at the door."""
    crew = episode.responsible
    if crew is None or crew.kind is not PartyKind.CREW:
        return False
    mine = (asking.assignment(id) for id in asking.unit(crew.id).assignments)
    return any(one.status in ON_THE_WAY and one.place == facility and one.incident == episode.incident for one in mine)
