"""Where a person could go and why, what is reserved, and what is still to do until the door."""

from alongside.core.asking import Asking
from alongside.core.codes import AssignmentStatus as A
from alongside.core.codes import ReservationStatus
from alongside.core.handoff.places import PlaceOption, list_places
from alongside.core.promise.decide import RECORDS_FOR_OTHERS
from alongside.core.state import Assignment, Episode
from alongside.core.travel import Mode
from alongside.server.field.need import find_range, minutes
from alongside.server.site.coded import choices, word
from alongside.server.site.rows import Row, View
from alongside.server.site.sentences import say_reason

SHOWN = 6
DECIDED = frozenset({ReservationStatus.DECLINED, ReservationStatus.LAPSED, ReservationStatus.TAKEN_BACK})


def transport_of(view: View, asking: Asking, assignment: Assignment, episode: Episode, legal: str) -> Row:
    """The reservation that stands, or the places in order; ``said_no`` are those that declined this person already."""
    reserved = asking.board.reservations.find(episode.reservation)
    return {
        "legal": legal,
        "legal_choices": choices("legal"),
        "reserved": None if reserved is None else _reserved(view, asking, assignment, episode, legal),
        "places": [] if reserved else _places(view, asking, episode, legal),
        "said_no": _said_no(view, episode),
        "handed": choices("handed"),
    }


def _reserved(view: View, asking: Asking, assignment: Assignment, episode: Episode, legal: str) -> Row:
    one = asking.reservation(episode.reservation)
    facility = asking.rules.facilities[one.facility]
    return {
        "id": one.id,
        "facility": one.facility,
        "label": facility.label,
        "service": one.service,
        "service_word": word("service", one.service),
        "status": one.status.value,
        "unconfirmed": one.status is ReservationStatus.AGREED and not one.read_back,
        "until": one.until,
        "advice": word("declined", one.reason) if one.reason else "",
        "may_decline": facility.may_decline,
        "may_record": asking.by.role in RECORDS_FOR_OTHERS,
        "declined_reasons": choices("declined"),
        "at_door": assignment.status in (A.AT_PLACE, A.TRANSPORTING),
        "hand_over": {"episode": episode.id, "facility": one.facility, "service": one.service, "reservation": one.id, "legal": legal},
    }


def _places(view: View, asking: Asking, episode: Episode, legal: str) -> list[Row]:
    """Those that fit, best first, then the two nearest that do not, with what speaks against them."""
    incident = asking.incident(episode.incident)
    options = list_places(asking, episode, incident.spot, legal)
    refused = {one["facility"] for one in _said_no(view, episode)}
    fitting = [one for one in options if one.fits and one.facility not in refused]
    rest = [one for one in options if not one.fits]
    return [_place(view, asking, episode, one, legal) for one in (*fitting[:SHOWN], *rest[:2])]


def _place(view: View, asking: Asking, episode: Episode, option: PlaceOption, legal: str) -> Row:
    facility = asking.rules.facilities[option.facility]
    drive = None if option.drive_ms is None else minutes(find_range(asking, option.drive_ms, Mode.NORMAL, 0))
    return {
        "facility": option.facility,
        "label": facility.label,
        "service_word": word("service", option.service),
        "fits": option.fits,
        "free": option.free,
        "updated_at": option.updated_at,
        "stale": any(reason.code == "call_to_confirm" for reason in option.reasons),
        "drive": drive,
        "why": [say_reason(reason, view.names, view.board, view.language) for reason in option.reasons],
        "body": {"facility": option.facility, "service": option.service, "episode": episode.id, "legal": legal},
        "may_reserve": option.fits and (option.free is None or option.free > 0 or not facility.may_decline),
    }


def _said_no(view: View, episode: Episode) -> list[Row]:
    """Reservations of this person that were declined or lapsed, latest first."""
    found = [one for one in view.board.reservations if one.episode == episode.id and one.status in DECIDED and one.reason]
    return [
        {"facility": one.facility, "label": view.names.facility(one.facility), "reason": word("declined", one.reason)}
        for one in reversed(found)
    ]
