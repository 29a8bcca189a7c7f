"""The nearest of some places, as the crow flies."""

from collections.abc import Sequence
from math import cos, radians

from alongside.core.travel import Spot


def nearest(spots: Sequence[Spot], spot: Spot) -> int:
    """The index of the nearest of these; the first of equals."""
    return min(range(len(spots)), key=lambda index: (apart(spots[index], spot), index))


def apart(one: Spot, two: Spot) -> float:
    """How far apart, squared, in microdegrees of latitude."""
    east = (one.lon - two.lon) * cos(radians((one.lat + two.lat) / 2e6))
    return float((one.lat - two.lat) ** 2 + east**2)
