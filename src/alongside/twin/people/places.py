"""Facilities and partners: say how many places are free, agree or decline, release, accept warm transfers and end them."""

from alongside.core.codes import Disposition, OfferStatus, PartyKind, ReservationStatus
from alongside.core.field.requests import RecordDisposition
from alongside.core.follow_up.due import list_rules
from alongside.core.handoff.requests import AgreeToReceive, DeclineToReceive, ReleasePerson, SetCapacity
from alongside.core.party import Party
from alongside.core.promise.requests import AcceptTransfer, OfferTransfer, ReturnTransfer, TakeOver
from alongside.core.rules import Facility
from alongside.core.state import Episode, Place, Reservation
from alongside.twin.people.scene import Scene
from alongside.twin.planning import columns as c
from alongside.twin.planning.reading import says_yes

HOUR_MS = 3_600_000
NO = ("no_staff_for_another", "acuity_too_high", "aggressive_on_the_phone", "awaiting_discharges")


def run_facilities(scene: Scene) -> None:
    """Every facility the city plays: its board of free places, and its answers."""
    for facility in scene.rules.facilities.values():
        if scene.acts(facility.id):
            place = scene.board.places.find(facility.id)
            _tell_capacity(scene, facility, place)
            for id in place.coming if place else ():
                _answer(scene, facility, id)


def _tell_capacity(scene: Scene, facility: Facility, place: Place | None) -> None:
    """Once an hour, each facility at its own minute."""
    offset = int(scene.dice.uniform(facility.id, "capacity minute") * HOUR_MS)
    hour = (scene.now - offset) // HOUR_MS
    for service in () if facility.out_of_network else facility.services:  # no partner tells nobody
        told_at = place.updated_at.get(service.id) if place else None
        if told_at is not None and (told_at - offset) // HOUR_MS >= hour:
            continue
        free = round(service.capacity * scene.dice.quantile(scene.world.free_share, f"{facility.id}:{service.id}", "free", hour))
        by = scene.speaker(Party(PartyKind.FACILITY, facility.id))
        scene.ask(SetCapacity, by, f"{facility.id}:{service.id}:{hour}", facility=facility.id, service=service.id, free=max(free, 1))


def _answer(scene: Scene, facility: Facility, id: str) -> None:
    reservation = scene.board.reservations.find(id)
    if reservation is None or reservation.status is not ReservationStatus.RESERVED:
        return
    row, before = scene.row_of(reservation.episode), count_before(scene, reservation)
    if scene.now < reservation.at + row[c.ANSWER + before % c.TURNS]:
        return
    by = scene.speaker(Party(PartyKind.FACILITY, facility.id))
    if facility.may_decline and not says_yes(row, before, how_often(scene, reservation)):
        scene.ask(DeclineToReceive, by, id, reservation=id, reason=scene.dice.pick(NO, id, "why not"))
    else:
        scene.ask(AgreeToReceive, by, id, reservation=id)


def count_before(scene: Scene, reservation: Reservation) -> int:
    """How many places were asked for this person before."""
    return sum(one.episode == reservation.episode and one.at < reservation.at for one in scene.board.reservations)


def how_often(scene: Scene, reservation: Reservation) -> float:
    """In which share of cases this service agrees: the world's door, or, for one that planning does not know, the usual."""
    asked = (reservation.facility, reservation.service)
    found = (door.yes for door in scene.rows.planning.doors if (door.facility, door.service) == asked)
    return next(found, 1 - scene.world.chances["facility_declines"])


def release(scene: Scene, episode: Episode) -> None:
    """After their stay people go home; the follow-up desk takes over from the facility."""
    assert episode.responsible is not None
    facility = scene.rules.facilities.get(episode.responsible.id)
    stays = scene.row_of(episode.id)[c.STAY if facility is None or facility.may_decline else c.STAY_EMERGENCY]
    if not scene.acts(episode.responsible.id) or scene.now < episode.since + stays:
        return
    by, desk = scene.speaker(episode.responsible), scene.rules.get_desk("follow_up").id
    if episode.offer.status is OfferStatus.NONE:
        scene.ask(ReleasePerson, by, episode.id, episode=episode.id)
        scene.ask(OfferTransfer, by, f"{episode.id}:released", episode=episode.id, to=Party(PartyKind.POSITION, desk))
    elif scene.acts(desk) and episode.offer.to == Party(PartyKind.POSITION, desk):
        kind = AcceptTransfer if episode.offer.status is OfferStatus.OFFERED else TakeOver
        if scene.since(episode.offer.at, "desk_answer", episode.id):
            scene.ask(kind, scene.desk(desk), f"{episode.id}:released", episode=episode.id)


def answer_partner_offer(scene: Scene, episode: Episode) -> None:
    """The crisis line answers on the phone; the desk that stayed on writes it down, read back."""
    offer, holder = episode.offer, episode.responsible
    if offer.to is None or offer.to.kind is not PartyKind.PARTNER or holder is None or not scene.acts(holder.id):
        return
    if offer.status is OfferStatus.OFFERED and scene.since(offer.at, "partner_answer", episode.id):
        said = {"said_by": "M. Arroyo", "said_role": "counselor", "said_number": "801 555 0188"}
        scene.ask(AcceptTransfer, scene.speaker(holder), f"{episode.id}:partner", said, episode=episode.id, by_phone=True, read_back=True)
    elif offer.status is OfferStatus.ACCEPTED and scene.since(offer.at, "desk_answer", episode.id):
        scene.ask(TakeOver, scene.speaker(holder), f"{episode.id}:partner", episode=episode.id)


def talk_at_partner(scene: Scene, episode: Episode) -> None:
    """The crisis line helps by phone, or the person asks to come back to 911."""
    incident = scene.board.incidents.find(episode.incident)
    if incident is None or episode.disposition is not None or episode.responsible is None:
        return
    desk = incident.position
    if scene.now < episode.since + scene.minutes_ms("with_partner", episode.id):
        return
    if scene.happens("partner_returns", episode.id) and scene.acts(desk):
        to = Party(PartyKind.POSITION, desk)
        scene.ask(ReturnTransfer, scene.desk(desk), episode.id, episode=episode.id, to=to, reason="asked_to_come_back")
        return
    by = scene.speaker(episode.responsible)
    ids = list_rules(scene.asking(by), episode, Disposition.RESOLVED_BY_PHONE)
    follow_ups = tuple(scene.dice.name(episode.id, "follow-up", n) for n in range(len(ids)))
    scene.ask(
        RecordDisposition, by, f"{episode.id}:partner", episode=episode.id, disposition=Disposition.RESOLVED_BY_PHONE, follow_ups=follow_ups
    )
