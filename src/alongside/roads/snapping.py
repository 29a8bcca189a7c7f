"""From any spot to the nearest road node, and the honest cost of getting there."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import numpy as np
from scipy.spatial import cKDTree

from alongside.core.travel import Spot
from alongside.roads.arrays import EARTH_RADIUS_M, Floats, Ints
from alongside.roads.refused import RoadsRefused

FAR_M = 20_000  # farther than this from any road, a spot is not on this road network at all
REMEMBERED = 200_000


class Snap(NamedTuple):
    """The road node nearest a spot, and how far off it the spot lies. ``node`` is -1 where no road is near."""

    node: int
    off_road_m: float
    off_road_ms: int


class Snapper:
    """Finds nearest nodes; remembers every spot it has seen."""

    def __init__(self, lat: Ints, lon: Ints, off_road_ms: Callable[[float], int]) -> None:
        self.off_road_ms = off_road_ms
        self.tree = cKDTree(on_sphere(lat, lon))
        self.seen: dict[Spot, Snap] = {}

    def snap(self, spot: Spot) -> Snap:
        """The nearest node of one spot. Raises ``RoadsRefused`` for coordinates that are not on the earth."""
        return self.snap_all((spot,))[0]

    def snap_all(self, spots: Sequence[Spot]) -> list[Snap]:
        """The nearest node of each spot, in the order given."""
        seen = self.seen
        try:
            return [seen[spot] for spot in spots]
        except KeyError:
            if len(seen) > REMEMBERED:
                self.seen = {}
            self.learn({spot for spot in spots if spot not in self.seen})
            return [self.seen[spot] for spot in spots]

    def learn(self, spots: Iterable[Spot]) -> None:
        """Look the spots up in the tree at once."""
        new = sorted(spots)
        for spot in new:
            check_spot(spot)
        places = np.array(new, dtype=np.float64)
        chord, node = self.tree.query(on_sphere(places[:, 0], places[:, 1]))
        metres_off = (np.asarray(chord) * EARTH_RADIUS_M).tolist()
        for spot, metres, at in zip(new, metres_off, np.asarray(node).tolist(), strict=True):
            self.seen[spot] = Snap(at if metres <= FAR_M else -1, metres, self.off_road_ms(metres))


def on_sphere(lat: Ints | Floats, lon: Ints | Floats) -> Floats:
    """Microdegrees as points of the unit sphere, (n, 3); chords between near ones are distances in earth radii."""
    phi, lam = np.radians(lat / 1e6), np.radians(lon / 1e6)
    return np.stack([np.cos(phi) * np.cos(lam), np.cos(phi) * np.sin(lam), np.sin(phi)], axis=1)


def check_spot(spot: Spot) -> None:
    """Refuse a coordinate that is not on the earth, and 0, 0, which is what broken feeds send."""
    if not (-90_000_000 <= spot.lat <= 90_000_000 and -180_000_000 <= spot.lon <= 180_000_000):
        raise RoadsRefused("The coordinate is not on the earth: latitude runs from -90 to 90, longitude from -180 to 180 degrees.")
    if spot == (0, 0):
        raise RoadsRefused("The coordinate 0, 0 lies in the Gulf of Guinea: the place was not known, so leave it empty.")


def metres_between(one: Spot, other: Spot) -> float:
    """Straight distance in metres (equirectangular; within 0.1 % up to some tens of kilometres)."""
    east = np.radians((one.lon - other.lon) / 1e6) * np.cos(np.radians((one.lat + other.lat) / 2e6))
    return float(EARTH_RADIUS_M * np.hypot(east, np.radians((one.lat - other.lat) / 1e6)))
