"""Places that could receive a person, best first with their why, and the one that is reserved."""

from typing import Any

from django.utils.translation import gettext as _

from alongside.core.asking import Asking
from alongside.core.codes import ReservationStatus
from alongside.core.handoff.places import PlaceOption, first_of, list_places
from alongside.core.state import Episode, Incident, Reservation
from alongside.core.travel import Mode
from alongside.server.dispatch.actions import Action, action
from alongside.server.dispatch.drives import drive_words, say
from alongside.server.site.chances import chance_row
from alongside.server.site.coded import choices, word
from alongside.server.site.deployment import Deployment
from alongside.server.site.rows import View

PLACES_SHOWN = 5
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


def list_receiving(deployment: Deployment, view: View, asking: Asking, incident: Incident, episode: Episode) -> list[dict[str, Any]]:
    """The first places that could receive this person."""
    options = list_places(asking, episode, incident.spot)
    return [_place(deployment, view, incident, episode, one) for one in first_of(options, PLACES_SHOWN)]


def _place(deployment: Deployment, view: View, incident: Incident, episode: Episode, one: PlaceOption) -> dict[str, Any]:
    reserve = action("ReservePlace", _("Reserve"), facility=one.facility, service=one.service, episode=episode.id)
    return {
        "label": view.names.facility(one.facility),
        "service": word("service", one.service),
        "free": one.free,
        "phone": deployment.rules.facilities[one.facility].phone,
        "drive": drive_words(deployment.travel, one.drive_ms, Mode.NORMAL, incident),
        "chance": chance_row(one.chance) if one.fits else None,
        "home": None if one.home_ms is None else drive_words(deployment.travel, one.home_ms, Mode.NORMAL, incident),
        "why": [say(view, each) for each in one.reasons if each.code != "fits"],
        "reserve": reserve if one.fits and (one.free != 0 or not one.may_decline) else None,
    }
