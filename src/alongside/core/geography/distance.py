"""Distances and beats in integer microdegrees; good to a fraction of a percent within a county."""

from math import cos, hypot, radians

from alongside.core.rules import Beat
from alongside.core.travel import Spot

METRES_PER_MICRODEGREE = 0.11132  # of latitude: 40,075,017 m around the equator / 360 / 1e6


def metres_between(one: Spot, two: Spot) -> int:
    """Straight-line metres (equirectangular), rounded."""
    shrink = cos(radians((one.lat + two.lat) / 2e6))
    return round(hypot(one.lat - two.lat, (one.lon - two.lon) * shrink) * METRES_PER_MICRODEGREE)


def inside(spot: Spot, ring: tuple[Spot, ...]) -> bool:
    """Whether a spot lies in a closed ring (even-odd rule, exact in integers); borders belong to the ring above and to the right."""
    odd = False
    for a, b in zip(ring, ring[1:] + ring[:1], strict=True):
        if (a.lat > spot.lat) != (b.lat > spot.lat):
            across = (b.lon - a.lon) * (spot.lat - a.lat) - (spot.lon - a.lon) * (b.lat - a.lat)
            odd ^= (across > 0) == (b.lat > a.lat)
    return odd


def find_beat(spot: Spot | None, beats: tuple[Beat, ...]) -> str:
    """The id of the first beat a spot lies in, or "" where it is unknown or outside all of them."""
    if spot is None:
        return ""
    return next((beat.id for beat in beats if inside(spot, beat.ring)), "")
