"""Taking a person to a place: ask, wait for the answer, ask the next, drive, and hand over at the door."""

from alongside.core.codes import AssignmentStatus as A
from alongside.core.codes import Disposition, ReservationStatus
from alongside.core.dispatch.departing import list_unasked, needs_ems_first
from alongside.core.dispatch.requests import ReportStatus
from alongside.core.handoff.places import PlaceOption, list_places
from alongside.core.handoff.requests import HandOver, ReservePlace, TakeBackReservation
from alongside.core.intake.requests import RuleOutRedFlags
from alongside.core.rules import Facility
from alongside.core.state import Assignment, Episode, Incident, Reservation, Unit
from alongside.twin.people.outcome import record
from alongside.twin.people.scene import Scene
from alongside.twin.planning import columns as c

WAITS_MS = 900_000  # how long a crew waits for an answer before asking the next place
GIVES_UP_MS = 1_800_000
ASKS_BEFORE_MS = 900_000
BEDS_FOR_CRISIS = ("receiving", "crisis-residence", "sobering", "respite", "living-room")


def take_along(scene: Scene, unit: Unit, one: Assignment, incident: Incident, episode: Episode, met_at: int, lasts: int) -> None:
    """From the decision to go to the wheels turning."""
    reservation = scene.board.reservations.find(episode.reservation) if episode.reservation else None
    if reservation is None:
        _ask_around(scene, unit, one, incident, episode, met_at, lasts)
        return
    facility = scene.rules.facilities[reservation.facility]
    agreed = reservation.status is ReservationStatus.AGREED or not facility.may_decline
    if not agreed:
        if scene.now >= reservation.at + WAITS_MS:
            scene.ask(TakeBackReservation, scene.crew(unit), reservation.id, reservation=reservation.id)
    elif episode.disposition is None:
        if scene.now >= met_at + lasts:
            _record_transport(scene, unit, incident, episode)
    else:
        _leave(scene, unit, one, incident, facility.id)


def _ask_around(scene: Scene, unit: Unit, one: Assignment, incident: Incident, episode: Episode, met_at: int, lasts: int) -> None:
    """Ask a place; where none says yes in half an hour, settle it here and refer."""
    if episode.disposition is None and scene.now >= met_at + lasts + GIVES_UP_MS:
        record(scene, unit, episode, Disposition.REFERRED)
    elif scene.now >= met_at + max(lasts // 2, lasts - ASKS_BEFORE_MS):
        is_found = _reserve(scene, unit, incident, episode)
        if not is_found and episode.disposition is not None:
            _drive_to_emergency(scene, unit, one, incident)


def _leave(scene: Scene, unit: Unit, one: Assignment, incident: Incident, place: str) -> None:
    """The medical signs are asked again, then the wheels turn; where no EMS came, with that as the reason."""
    by = scene.crew(unit)
    if one.status is A.WITH_PERSON and list_unasked(incident, one.times[A.WITH_PERSON]):
        scene.ask(RuleOutRedFlags, by, f"{one.id}:{A.TRANSPORTING}", incident=incident.id, when="before_departure")
        return
    reason = "no_ems_in_time" if needs_ems_first(scene.asking(by), incident, place) else ""
    scene.ask(
        ReportStatus, by, f"{one.id}:{A.TRANSPORTING}", assignment=one.id, status=A.TRANSPORTING, spot=incident.spot, place=place,
        reason=reason,
    )  # fmt: skip


def _drive_to_emergency(scene: Scene, unit: Unit, one: Assignment, incident: Incident) -> None:
    """On the way already and no place left that said yes: an emergency department never turns anybody away."""
    doors = [facility for facility in scene.rules.facilities.values() if not facility.may_decline]
    if doors:
        place = doors[int(scene.dice.uniform(one.id, "emergency") * len(doors))].id
        _leave(scene, unit, one, incident, place)


def _reserve(scene: Scene, unit: Unit, incident: Incident, episode: Episode) -> bool:
    """Ask the next place; False where none is left to ask."""
    legal = legal_status(scene, episode)
    refused_by = {one.facility for one in _list_earlier(scene, episode)}
    options = list_places(scene.asking(scene.crew(unit)), episode, incident.spot, legal)
    open_ones = [one for one in options if one.fits and one.free != 0 and one.facility not in refused_by]
    chosen = _choose(scene, incident, open_ones)
    if chosen is None:
        return False
    count = len(refused_by)
    id = scene.dice.name(episode.id, "reservation", count)
    scene.ask(
        ReservePlace, scene.crew(unit), f"{episode.id}:{count}", reservation=id, facility=chosen.facility, service=chosen.service,
        episode=episode.id, legal=legal,
    )  # fmt: skip
    return True


def _choose(scene: Scene, incident: Incident, options: list[PlaceOption]) -> PlaceOption | None:
    """An emergency department where something medical is positive; else the nearest crisis place; else whatever fits."""
    medical = any(state == "yes" for _, state, _ in incident.medical)
    kinds = ("emergency",) if medical else BEDS_FOR_CRISIS
    preferred = [one for one in options if scene.rules.facilities[one.facility].kind in kinds]
    among = preferred or [one for one in options if scene.rules.facilities[one.facility].kind != "shelter"]
    return among[0] if among else None


def legal_status(scene: Scene, episode: Episode) -> str:
    """Voluntary, or under a legal hold."""
    return "hold" if not episode.minor and scene.happens("hold", episode.id) else "voluntary"


def _list_earlier(scene: Scene, episode: Episode) -> list[Reservation]:
    """Places already asked for this person."""
    return [one for one in scene.board.reservations if one.episode == episode.id]


def _record_transport(scene: Scene, unit: Unit, incident: Incident, episode: Episode) -> None:
    hold = legal_status(scene, episode) == "hold"
    kind = Disposition.TRANSPORTED_HOLD if hold else Disposition.TRANSPORTED_VOLUNTARY
    if "ems" in unit.capabilities and not hold:
        kind = Disposition.TRANSPORTED_EMS
    elif unit.acts_as == "transport_van" and not hold:
        kind = Disposition.TRANSPORTED_VAN
    record(scene, unit, episode, kind)


def hand_over(scene: Scene, unit: Unit, one: Assignment, incident: Incident) -> None:
    """At the door: the facility takes over, which frees the crew."""
    facility = scene.rules.facilities[one.place]
    if scene.now < one.times[A.AT_PLACE] + scene.rows.drawn(incident, c.DOOR if facility.may_decline else c.DOOR_EMERGENCY):
        return
    mine = [scene.board.episodes.find(id) for id in incident.episodes]
    for episode in mine:
        if episode is not None and episode.responsible is not None and episode.responsible.id == unit.id:
            _hand_over(scene, unit, facility, episode)
            return
    scene.ask(ReportStatus, scene.crew(unit), f"{one.id}:{A.CLEARED}", assignment=one.id, status=A.CLEARED, spot=facility.spot)


def _hand_over(scene: Scene, unit: Unit, facility: Facility, episode: Episode) -> None:
    reservation = scene.board.reservations.find(episode.reservation) if episode.reservation else None
    service = reservation.service if reservation else facility.services[0].id
    nurse = next((one.id for one in scene.profile.staff if one.seat == facility.id), f"{facility.id}-desk")
    scene.ask(
        HandOver, scene.crew(unit), episode.id, episode=episode.id, facility=facility.id, service=service,
        reservation=episode.reservation if reservation and reservation.facility == facility.id else "",
        legal=legal_status(scene, episode), received_by=nurse,
    )  # fmt: skip
