"""Places that could receive a person, best first, each with what is expected of asking and its why."""

from typing import Any

from django.utils.translation import gettext as _

from alongside.core.asking import Asking
from alongside.core.handoff.places import PlaceOption, first_of, list_places
from alongside.core.state import Episode, Incident
from alongside.core.travel import Mode
from alongside.server.dispatch.actions import action
from alongside.server.dispatch.drives import drive_words, say
from alongside.server.site.chances import chance_row
from alongside.server.site.coded import word
from alongside.server.site.deployment import Deployment
from alongside.server.site.rows import View

PLACES_SHOWN = 5


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
