"""Who is coming to a place, as its page shows them: de-identified until it agreed, with when, by whom and what was asked back."""

from django.utils.translation import gettext as _

from alongside.core.asking import Asking
from alongside.core.codes import AssignmentStatus as A
from alongside.core.codes import PartyKind, ReservationStatus
from alongside.core.life import ASSIGNMENT_ENDS
from alongside.core.rules import Facility
from alongside.core.state import Assignment, Episode, Reservation
from alongside.core.travel import Mode
from alongside.server.site.coded import word
from alongside.server.site.persons import code_of, person_row
from alongside.server.site.rides import rides_of
from alongside.server.site.rows import Row, View


def coming_row(view: View, asking: Asking, facility: Facility, one: Reservation) -> Row:
    """One card."""
    episode = asking.episode(one.episode)
    incident = asking.incident(episode.incident)
    sent = _brought_by(asking, episode)
    return {
        **person_row(view, episode),
        "reservation": one.id,
        "code": code_of(episode.id),
        "service": one.service,
        "service_word": word("service", one.service),
        "status": one.status.value,
        "agreed": one.status is ReservationStatus.AGREED and one.read_back,
        "unconfirmed": one.status is ReservationStatus.AGREED and not one.read_back,
        "advised": word("declined", one.reason) if one.reason else "",
        "until": one.until,
        "question": word("ask_back", one.question) if one.question else "",
        "question_at": one.question_at,
        "references": list(one.words),
        "ride": rides_of(view.board, view.names, episode),
        "wish": [*((_("the person asks for this place"),) if facility.id in episode.wish.wants else ()), *_way_home(episode)],
        "crew": view.names.unit(view.board, sent.unit) if sent else "",
        "on_the_way": bool(sent and sent.status is A.TRANSPORTING),
        "at_door": bool(sent and sent.status is A.AT_PLACE),
        "comes_alone": any(
            (ride := view.board.rides.find(id)) and not ride.ended and ride.left_at and not ride.unit for id in episode.rides
        ),
        "arrives_at": _arrives_at(view, asking, facility, sent),
        "red_flags": [word("red_flag", flag) for flag, state, _ in incident.medical if state == "yes"],
        "flags_unknown": [word("red_flag", flag) for flag, state, _ in incident.medical if state == "unknown"],
        "flags_denied": bool(incident.medical) and all(state == "no" for _, state, _ in incident.medical),
        "language_word": word("language", incident.language) if incident.language not in ("", "en") else "",
        "requirements": [view.names.label(f"requirement.{need.code}", view.language) for need in incident.requirements],
    }


def _way_home(episode: Episode) -> list[str]:
    """How the person gets home, as the crew heard it: the place plans the release with it."""
    return [word("way_home", episode.wish.way_home)] if episode.wish.way_home else []


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
