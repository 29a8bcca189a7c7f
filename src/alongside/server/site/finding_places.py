"""Where words mean: the area's place finder, opened once."""

from functools import lru_cache

from alongside.library.areas import Area
from alongside.roads.places import Candidate, PlaceFinder, open_places
from alongside.server.site.deployment import get_deployment


@lru_cache(maxsize=1)
def finder_of(area_name: str) -> PlaceFinder:
    """The finder of the deployment's area; reading its streets takes a moment, so it is done once."""
    area: Area = get_deployment().profile.area
    return open_places(area)


def find_places(words: str) -> list[Candidate]:
    """At most eight places these words may mean, the surest first; [] where nothing fits. Raises ``RoadsRefused`` for a pin far away."""
    return finder_of(get_deployment().profile.area.name).find(words) if words.strip() else []
