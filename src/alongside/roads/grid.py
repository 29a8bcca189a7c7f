"""An approximate locator for cities whose streets are numbered from an origin, such as “450 South 900 East”."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from alongside.core.travel import Spot
from alongside.library.areas.fields import rows, text, whole
from alongside.library.reading import Reading, read_yaml

DIRECTION = r"(n|s|e|w|north|south|east|west)\b\.?"
PART = re.compile(rf"(?:\b(\d{{1,5}}) {DIRECTION})")
SIGN = {"e": 1, "n": 1, "w": -1, "s": -1}
SHORT = {"st": "street", "rd": "road", "ave": "avenue"}
FARTHEST = 15_000

Anchors = Sequence[tuple[int, int]]


@dataclass(frozen=True)
class Grid:
    """Anchors are (signed number, microdegrees), ascending; ``named`` streets are lines at a signed number, running along an axis."""

    east_west: Anchors
    north_south: Anchors
    sure: tuple[tuple[int, int], tuple[int, int]]
    uncertainty_m: int
    uncertainty_beyond_m: int
    named: Mapping[str, tuple[int, str]]

    def locate(self, asked: str) -> tuple[Spot, str, int] | None:
        """Spot, the address as understood, and the uncertainty in metres; None when this is no grid address."""
        numbers = self.read(tidy(asked))
        if numbers is None:
            return None
        east, north = numbers
        (west_most, east_most), (south_most, north_most) = self.sure
        sure = west_most <= east <= east_most and south_most <= north <= north_most
        spot = Spot(along(self.north_south, north), along(self.east_west, east))
        return spot, f"{self.call('north', north)}, {self.call('east', east)}", self.uncertainty_m if sure else self.uncertainty_beyond_m

    def call(self, axis: str, number: int) -> str:
        """A line of the grid by name where it has one, else by number."""
        letters = "NS" if axis == "north" else "EW"
        name = next((name for name, line in self.named.items() if read_part(str(line[0]), line[1]) == (axis, number)), None)
        return name.title() if name else f"{abs(number)} {letters[number < 0]}"

    def read(self, asked: str) -> tuple[int, int] | None:
        """The signed numbers (east, north) of an address or a crossing."""
        found = dict(self.parts(asked))
        if set(found) != {"east", "north"} or max(map(abs, found.values())) > FARTHEST:
            return None
        return found["east"], found["north"]

    def parts(self, asked: str) -> list[tuple[str, int]]:
        """Each number with its direction, and each named street, as (axis, signed number)."""
        parts = [read_part(number, direction) for number, direction in PART.findall(asked)]
        for name, (number, direction) in self.named.items():
            if re.search(rf"\b{re.escape(name)}\b", asked):
                parts.append(read_part(str(number), direction))
        return parts if len(parts) == 2 else []


def tidy(asked: str) -> str:
    """Small letters, single blanks, street words written out, no punctuation."""
    words = re.sub(r"[^\w]+", " ", asked.lower()).split()
    return " ".join(SHORT.get(word, word) for word in words)


def read_part(number: str, direction: str) -> tuple[str, int]:
    """“900”, “east” is (“east”, 900); west and south are negative."""
    first = direction[0].lower()
    return ("east" if first in "ew" else "north"), SIGN[first] * int(number)


def along(anchors: Anchors, number: int) -> int:
    """Microdegrees at a number: even between two anchors, at the last one's pace beyond them."""
    at = bisect_left(anchors, (number, 0))
    (low, start), (high, end) = anchors[max(0, min(at - 1, len(anchors) - 2)) :][:2]
    return round(start + (end - start) * (number - low) / (high - low))


def read_grid(path: Path) -> Grid:
    """Read a grid file. Raises ``Mistake`` with file, line and field."""
    reading = read_yaml(path)
    sure = tuple((signed(reading, "sure", axis, 0), signed(reading, "sure", axis, 1)) for axis in ("east_west", "north_south"))
    named = {tidy(name): read_line(reading, name) for name in reading.get("named")}
    metres = (whole(reading, "uncertainty_m", most=50_000), whole(reading, "uncertainty_beyond_m", most=50_000))
    return Grid(read_anchors(reading, "east_west"), read_anchors(reading, "north_south"), (sure[0], sure[1]), *metres, named)


def signed(reading: Reading, *where: str | int, most: int = FARTHEST) -> int:
    return whole(reading, *where, least=-most, most=most)


def read_line(reading: Reading, name: str) -> tuple[int, str]:
    direction = text(reading, "named", name, 1)
    if direction.lower() not in SIGN:
        raise reading.mistake("must end in N, S, E or W", "named", name, 1)
    return whole(reading, "named", name, 0), direction


def read_anchors(reading: Reading, axis: str) -> Anchors:
    """At least two, both numbers ascending."""
    anchors = [(signed(reading, axis, row, 0), signed(reading, axis, row, 1, most=180_000_000)) for row in rows(reading, axis)]
    if len(anchors) < 2:
        raise reading.mistake("needs at least two anchors", axis)
    for row, (one, other) in enumerate(zip(anchors, anchors[1:], strict=False), start=1):
        if not (one[0] < other[0] and one[1] < other[1]):
            raise reading.mistake("must lie beyond the anchor before it, in number and in microdegrees", axis, row)
    return anchors
