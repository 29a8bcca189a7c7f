"""Where people mean: street names where the area has them, grid addresses, names of places, and pins."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from alongside.core.travel import Spot
from alongside.library.areas import Area
from alongside.roads.grid import Grid, read_grid, tidy
from alongside.roads.refused import RoadsRefused
from alongside.roads.snapping import check_spot, metres_between
from alongside.roads.streets import UNNAMED, Streets, read_streets

LONGEST = 200  # letters; nobody says more to name a place
MOST = 8
OUTSIDE_M = 50_000  # a pin farther off the area than this is a slip
PIN = re.compile(r"\s*([-+]?\d{1,3}(?:\.\d+)?)\s*°?\s*[,; ]\s*([-+]?\d{1,3}(?:\.\d+)?)\s*°?\s*")
CROSSING = re.compile(r"\s+(?:&|and|at|y|con)\s+|\s*[/&@]\s*")


class Candidate(NamedTuple):
    """A place the words may mean. ``how``: pin, grid, street, crossing, facility, post or neighbourhood."""

    spot: Spot
    label: str
    how: str
    uncertainty_m: int


@dataclass(frozen=True)
class PlaceFinder:
    """Finds places of one area. ``streets`` maps tidied street names to their nodes; empty where the road data has no names."""

    area: Area
    grid: Grid | None
    streets: Mapping[str, tuple[str, tuple[Spot, ...]]]

    def find(self, asked: str) -> list[Candidate]:
        """At most eight candidates, the surest first; empty when nothing fits.

        Raises ``RoadsRefused`` only for a pin that cannot be meant: not on the earth, or far outside the area.
        """
        asked = asked[:LONGEST]
        pin = self.read_pin(asked)
        if pin:
            return [pin]
        found = dict.fromkeys((*self.on_grid(asked), *self.on_streets(asked), *self.by_name(asked)))
        return list(found)[:MOST]

    def read_pin(self, asked: str) -> Candidate | None:
        """“40.7608, -111.8910”."""
        match = PIN.fullmatch(asked)
        if not match or ("." not in match[1] and "." not in match[2]):
            return None
        spot = Spot(round(float(match[1]) * 1e6), round(float(match[2]) * 1e6))
        check_pin(self.area, spot)
        digits = min(len(match[1].partition(".")[2]), len(match[2].partition(".")[2]), 6)
        return Candidate(spot, f"{spot.lat / 1e6:.5f}, {spot.lon / 1e6:.5f}", "pin", max(10, 111_000 // 10**digits))

    def on_grid(self, asked: str) -> Iterator[Candidate]:
        """The grid address, where the area has a grid and the point lies in the area."""
        located = self.grid.locate(asked) if self.grid else None
        if located and self.area.contains(located[0]):
            yield Candidate(located[0], located[1], "grid", located[2])

    def on_streets(self, asked: str) -> Iterator[Candidate]:
        """Crossings of two streets, then the streets themselves, from the road data's own names."""
        parts = [tidy(part) for part in CROSSING.split(asked.strip())]
        if len(parts) == 2 and all(part in self.streets for part in parts):
            yield from self.crossings(*parts)
        for part in parts:
            yield from self.along(re.sub(r"^\d+\w? | \d+\w?$", "", part))

    def crossings(self, one: str, other: str) -> Iterator[Candidate]:
        """Where two streets share a road node."""
        (name, nodes), (cross, others) = self.streets[one], self.streets[other]
        for spot in sorted(set(nodes) & set(others))[:MOST]:
            yield Candidate(spot, f"{name} / {cross}", "crossing", 20)

    def along(self, wanted: str) -> Iterator[Candidate]:
        """The middle node of each street that may be meant."""
        for key in self.matching(wanted):
            label, nodes = self.streets[key]
            middle = nodes[len(nodes) // 2]
            yield Candidate(middle, label, "street", round(max(metres_between(middle, node) for node in nodes)) + 20)

    def matching(self, wanted: str) -> list[str]:
        """The street of this name, or those that begin with it, or in which it stands."""
        if wanted in self.streets:
            return [wanted]
        if len(wanted) < 3:
            return []
        return sorted((name for name in self.streets if wanted in name), key=lambda name: (not name.startswith(wanted), name))[:MOST]

    def by_name(self, asked: str) -> Iterator[Candidate]:
        """Facilities, posts and neighbourhoods whose name holds all the words."""
        words = set(tidy(asked).split())
        for spot, label, how, uncertainty_m in named_places(self.area):
            if words and words <= set(tidy(label).split()):
                yield Candidate(spot, label, how, uncertainty_m)


def named_places(area: Area) -> Iterable[Candidate]:
    yield from (Candidate(place.spot, place.label, "facility", 20) for place in area.facilities)
    yield from (Candidate(place.spot, place.label, "neighbourhood", place.radius_m) for place in area.neighbourhoods)
    yield from (Candidate(post.spot, post.label, "post", 20) for post in area.posts)


def check_pin(area: Area, spot: Spot) -> None:
    """Refuse a pin that is not on the earth, or far outside the area. Raises ``RoadsRefused``."""
    check_spot(spot)
    south_west, north_east = area.bounds
    near = Spot(min(max(spot.lat, south_west.lat), north_east.lat), min(max(spot.lon, south_west.lon), north_east.lon))
    off_m = metres_between(spot, near)
    if off_m > OUTSIDE_M:
        raise RoadsRefused(f"The pin lies {off_m / 1000:,.0f} km outside {area.title}: check the numbers and the sign, latitude first.")


def open_places(area: Area) -> PlaceFinder:
    """The place finder of an area. Raises ``RoadsRefused`` or ``Mistake`` for damaged files."""
    streets, _ = read_streets(area.roads)
    return PlaceFinder(area, read_grid(area.grid) if area.grid else None, gazetteer(streets))


def gazetteer(streets: Streets) -> dict[str, tuple[str, tuple[Spot, ...]]]:
    """Tidied name to (name as written, its nodes' spots in order of latitude and longitude)."""
    nodes: dict[int, set[int]] = defaultdict(set)
    for segment in np.flatnonzero(streets.name != UNNAMED).tolist():
        nodes[int(streets.name[segment])] |= {int(streets.tail[segment]), int(streets.head[segment])}
    return {tidy(streets.names[name]): (streets.names[name], tuple(sorted(map(streets.spot, its)))) for name, its in nodes.items()}
