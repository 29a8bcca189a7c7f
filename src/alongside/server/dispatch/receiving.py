"""The place that is reserved for a person, and what may happen with it."""

from typing import Any

from django.utils.translation import gettext as _

from alongside.core.codes import ReservationStatus
from alongside.core.state import Episode, Reservation
from alongside.server.dispatch.actions import Action, action
from alongside.server.site.coded import choices, word
from alongside.server.site.rows import View

VOLUNTARY = "voluntary"


def find_reservation(view: View, episode: Episode, legal: dict[str, str]) -> dict[str, Any] | None:
    """The open reservation and what may happen with it, or None."""
    one = view.board.reservations.find(episode.reservation) if episode.reservation else None
    if one is None:
        return None
    return {
        "id": one.id,
        "facility": view.names.facility(one.facility),
        "service": word("service", one.service),
        "until": one.until,
        "question": word("ask_back", one.question) if one.question else "",
        "status": word("reservation", "unconfirmed" if is_unconfirmed(one) else one.status),
        "phone": one.status is ReservationStatus.RESERVED or is_unconfirmed(one),
        "actions": _steps(one, episode, legal.get(one.id, VOLUNTARY)),
        "declines": choices("declined"),
    }


def is_unconfirmed(one: Reservation) -> bool:
    """Whether the place agreed by phone and it was not read back yet."""
    return one.status is ReservationStatus.AGREED and not one.read_back


def _steps(one: Reservation, episode: Episode, legal: str) -> list[Action]:
    steps: list[Action] = []
    if one.status in (ReservationStatus.RESERVED, ReservationStatus.AGREED):
        body = {"episode": episode.id, "facility": one.facility, "service": one.service, "reservation": one.id, "legal": legal}
        steps.append(action("HandOver", _("Handed over at the door"), "main", **body))
        steps.append(action("TakeBackReservation", _("Take back"), reservation=one.id))
    return steps
