"""Where the caller means: the area's place finder, opened once."""

from functools import lru_cache
from typing import Any

from alongside.library.areas import Area
from alongside.roads.places import PlaceFinder, open_places
from alongside.server.site.deployment import get_deployment


@lru_cache(maxsize=1)
def finder_of(area_name: str) -> PlaceFinder:
    """The finder of the deployment's area; reading its streets takes a moment, so it is done once."""
    area: Area = get_deployment().profile.area
    return open_places(area)


def candidates(words: str) -> list[dict[str, Any]]:
    """At most eight places these words may mean, the surest first; [] where nothing fits. Raises ``RoadsRefused`` for a pin far away."""
    if not words.strip():
        return []
    found = finder_of(get_deployment().profile.area.name).find(words)
    return [{"label": one.label, "how": one.how, "uncertainty_m": one.uncertainty_m, "spot": [one.spot.lat, one.spot.lon]} for one in found]
