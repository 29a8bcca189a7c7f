"""Where a person could go and why, what is reserved, and what is still to do until the door."""

from alongside.core.asking import Asking
from alongside.core.codes import AssignmentStatus as A
from alongside.core.codes import ReservationStatus
from alongside.core.promise.decide import RECORDS_FOR_OTHERS
from alongside.core.state import Assignment, Episode
from alongside.server.field.places import list_refused, place_rows
from alongside.server.field.riding import riding_of
from alongside.server.field.wishes import wish_of
from alongside.server.site.coded import choices, word
from alongside.server.site.rows import Row, View
from alongside.server.site.signatures import signing_form


def transport_of(view: View, asking: Asking, assignment: Assignment, episode: Episode, legal: str) -> Row:
    """The reservation that stands, or the places in order; ``said_no`` are those that declined this person already."""
    reserved = asking.board.reservations.find(episode.reservation)
    return {
        "legal": legal,
        "legal_choices": choices("legal"),
        "reserved": None if reserved is None else _reserved(view, asking, assignment, episode, legal),
        "places": [] if reserved else place_rows(view, asking, episode, legal),
        "said_no": list_refused(view, episode),
        "wish": wish_of(view, asking, episode),
        "handed": choices("handed"),
        "signing": signing_form(episode),
        "ride": riding_of(view, asking, assignment, episode),
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
        "question": word("ask_back", one.question) if one.question else "",
        "question_at": one.question_at,
        "references": list(one.words),
        "unconfirmed": one.status is ReservationStatus.AGREED and not one.read_back,
        "until": one.until,
        "advice": word("declined", one.reason) if one.reason else "",
        "may_decline": facility.may_decline,
        "may_record": asking.by.role in RECORDS_FOR_OTHERS,
        "declined_reasons": choices("declined"),
        "at_door": assignment.status in (A.AT_PLACE, A.TRANSPORTING),
        "hand_over": {"episode": episode.id, "facility": one.facility, "service": one.service, "reservation": one.id, "legal": legal},
    }
