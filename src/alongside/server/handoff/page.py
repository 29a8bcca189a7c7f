"""One place's page put together: who is coming, who is here, what is free and as of when."""

from collections.abc import Mapping

from alongside.core.asking import Asking
from alongside.core.codes import AssignmentStatus as A
from alongside.core.codes import PartyKind, ReservationStatus
from alongside.core.life import ASSIGNMENT_ENDS
from alongside.core.party import Party
from alongside.core.rules import Facility
from alongside.core.state import Assignment, Episode, Place, Reservation
from alongside.core.travel import Mode
from alongside.server.site.coded import choices, word
from alongside.server.site.persons import person_row
from alongside.server.site.rows import Row, View

Released = Mapping[str, tuple[int, str]]  # episode -> when it was released, and where to
NEAR_MS = 300_000


def place_page(view: View, asking: Asking, facility: Facility, released: Released) -> Row:
    """Everything the page shows."""
    place = asking.place(facility.id)
    here = [episode for id in list_here(view, facility.id) if (episode := view.board.episodes.find(id))]
    return {
        "facility": facility.id,
        "label": facility.label,
        "may_decline": facility.may_decline,
        "diverting": place.diverting,
        "services": [_service(asking, facility, place, one.id, one.capacity) for one in facility.services],
        "coming": [coming_row(view, asking, facility, one) for id in place.coming if (one := view.board.reservations.find(id))],
        "here": [_here(view, one, released.get(one.id)) for one in here],
        "declined": choices("declined"),
        "released_to": choices("released_to"),
        "me": asking.by.staff,
        "speaks_for_others": asking.by.seat != facility.id,  # a supervisor writes down what the place said on the phone
    }


def list_here(view: View, facility: str) -> tuple[str, ...]:
    """Episodes the place is responsible for."""
    return view.board.list_charges(Party(PartyKind.FACILITY, facility))


def _service(asking: Asking, facility: Facility, place: Place, id: str, capacity: int) -> Row:
    """One stepper: what is free as of when, whether that is too old to rely on, and the two next numbers."""
    free, at = place.free.get(id), place.updated_at.get(id)
    known = capacity if free is None else free
    return {
        "id": id,
        "word": word("service", id),
        "free": free,
        "capacity": capacity,
        "at": at,
        "stale": at is None or asking.now - at > asking.rules.clocks.capacity_stale_ms,
        "fewer": max(known - 1, 0),
        "more": min(known + 1, capacity),
        "facility": facility.id,
    }


def coming_row(view: View, asking: Asking, facility: Facility, one: Reservation) -> Row:
    """Somebody who may come: what the place may know before it has agreed names nobody."""
    episode = asking.episode(one.episode)
    incident = asking.incident(episode.incident)
    sent = _brought_by(asking, episode)
    return {
        **person_row(view, episode),
        "reservation": one.id,
        "service": one.service,
        "service_word": word("service", one.service),
        "status": one.status.value,
        "agreed": one.status is ReservationStatus.AGREED and one.read_back,
        "unconfirmed": one.status is ReservationStatus.AGREED and not one.read_back,
        "advised": word("declined", one.reason) if one.reason else "",
        "until": one.until,
        "crew": view.names.unit(view.board, sent.unit) if sent else "",
        "on_the_way": bool(sent and sent.status is A.TRANSPORTING),
        "at_door": bool(sent and sent.status is A.AT_PLACE),
        "arrives_at": _arrives_at(view, asking, facility, sent),
        "red_flags": [word("red_flag", flag) for flag, state, _ in incident.medical if state == "yes"],
        "flags_unknown": [word("red_flag", flag) for flag, state, _ in incident.medical if state == "unknown"],
        "flags_denied": bool(incident.medical) and all(state == "no" for _, state, _ in incident.medical),
        "language_word": word("language", incident.language) if incident.language not in ("", "en") else "",
        "requirements": [view.names.label(f"requirement.{need.code}", view.language) for need in incident.requirements],
    }


def _brought_by(asking: Asking, episode: Episode) -> Assignment | None:
    """The open assignment of the crew that has the person."""
    party = episode.responsible
    if party is None or party.kind is not PartyKind.CREW:
        return None
    sent = (asking.assignment(id) for id in asking.incident(episode.incident).assignments)
    return next((one for one in sent if one.unit == party.id and one.status not in ASSIGNMENT_ENDS), None)


def _arrives_at(view: View, asking: Asking, facility: Facility, sent: Assignment | None) -> int | None:
    """When a crew that is on the way should be at the door, ms UTC; to the next whole minute."""
    if sent is None or sent.status is not A.TRANSPORTING:
        return None
    heard = view.find_spot(sent.unit)
    spot = heard[0] if heard else asking.unit(sent.unit).spot
    ms = asking.travel.drive_ms([spot], facility.spot, Mode.NORMAL)[0] if spot else None
    return None if ms is None else -(-(asking.now + ms) // 60_000) * 60_000


def _here(view: View, episode: Episode, released: tuple[int, str] | None) -> Row:
    return {
        **person_row(view, episode),
        "released_at": released[0] if released else None,
        "released_to": word("released_to", released[1]) if released else "",
        "follow_up": any((one := view.board.follow_ups.find(id)) and one.status in ("due", "taken") for id in episode.follow_ups),
        "permits": [word("permission", code) for code in episode.consents],
    }
