"""Where: coordinates beside the caller's own words, and what is known of a place."""

from alongside.core.asking import Asking
from alongside.core.fact import Fact, area_stream
from alongside.core.geography.distance import find_beat
from alongside.core.geography.hazards import hazards_at
from alongside.core.intake import facts as f
from alongside.core.intake import requests as r
from alongside.core.travel import Spot


def find_place(asking: Asking, request: r.FindPlace) -> tuple[Fact, ...]:
    """Coordinates beside the caller's own words."""
    incident = asking.incident(request.incident)
    told = (request.spot, request.how, request.uncertainty_m, *known_of(asking, request.spot))
    return (f.PlaceFound(area_stream(incident.area), asking.at, incident.id, *told),)


def known_of(asking: Asking, spot: Spot | None) -> tuple[str, tuple[str, ...]]:
    """The beat, and the codes of the hazards that stand there."""
    codes = (hazard.code for hazard in hazards_at(asking.board, spot, asking.now))
    return find_beat(spot, asking.rules.beats), tuple(dict.fromkeys(codes))
