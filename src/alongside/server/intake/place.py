"""Where the caller means, as the intake page lists it."""

from typing import Any

from alongside.server.site.finding_places import find_places


def candidates(words: str) -> list[dict[str, Any]]:
    """At most eight places these words may mean, the surest first; [] where nothing fits. Raises ``RoadsRefused`` for a pin far away."""
    found = find_places(words)
    return [{"label": one.label, "how": one.how, "uncertainty_m": one.uncertainty_m, "spot": [one.spot.lat, one.spot.lon]} for one in found]
