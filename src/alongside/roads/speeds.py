"""Class speeds as data, and the milliseconds they give."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from alongside.core.travel import Mode
from alongside.library.reading import Reading, read_yaml
from alongside.roads.arrays import Floats, Ints
from alongside.roads.graph import RoadGraph, build_graph, connected
from alongside.roads.streets import BOTH_WAYS, Streets

FASTEST_KMH = 200
MODES = {Mode.NORMAL: "normal", Mode.LIGHTS: "lights"}
CM_MS = 36.0  # 1 cm at 1 km/h takes 36 ms


@dataclass(frozen=True)
class Speeds:
    """Effective speeds (km/h, stops and turns included) by road class and mode; classes not named are not driven."""

    by_class: Mapping[str, tuple[float, float]]
    of_limit: tuple[float, float]  # share of a posted limit that is really driven, where the map gives one
    off_road_kmh: float
    bends: float  # how much longer the way to the road is than the crow's

    def off_road_ms(self, metres: float) -> int:
        """ms between a spot and its road node."""
        return round(metres * self.bends * 100 * CM_MS / self.off_road_kmh)


def read_speeds(path: Path) -> Speeds:
    """Read a speeds file. Raises ``Mistake`` with file, line and field."""
    reading = read_yaml(path)
    classes = reading.get("kmh")
    if not isinstance(classes, dict):
        raise reading.mistake("must map road classes to speeds", "kmh")
    by_class = {str(name): both_modes(reading, "kmh", name, most=FASTEST_KMH) for name in classes}
    of_limit = both_modes(reading, "share_of_posted_limit", most=3)
    return Speeds(by_class, of_limit, number(reading, "off_road_kmh", most=FASTEST_KMH), number(reading, "off_road_bends", most=5))


def both_modes(reading: Reading, *where: str, most: float) -> tuple[float, float]:
    normal, lights = (number(reading, *where, word, most=most) for word in MODES.values())
    return normal, lights


def number(reading: Reading, *where: str, most: float) -> float:
    """A number above 0 and no higher than ``most``."""
    value: Any = reading.get(*where)
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value <= most:
        raise reading.mistake(f"must be a number above 0 and at most {most}", *where)
    return float(value)


def weigh(streets: Streets, speeds: Speeds) -> RoadGraph:
    """The drivable graph of these streets at these speeds. Raises ``RoadsRefused`` where nothing is drivable.

    Nodes from which the rest cannot be reached and left again (clipped ends, fenced lots) are left out, so no spot snaps to one.
    """
    tail, head, segment = directed(streets, speeds)
    kept = connected(len(streets.lat), tail, head)
    inside = kept[tail] & kept[head]
    number_of = np.cumsum(kept, dtype=np.int32) - 1
    weights = arc_ms(streets, speeds)[:, segment[inside]]
    return build_graph(streets.lat[kept], streets.lon[kept], number_of[tail[inside]], number_of[head[inside]], weights)


def directed(streets: Streets, speeds: Speeds) -> tuple[Ints, Ints, Ints]:
    """Arcs of the drivable segments: tails, heads and the segment each comes from; two-way segments give two."""
    drivable = np.array([name in speeds.by_class for name in streets.kinds], dtype=bool)[streets.kind]
    there = np.flatnonzero(drivable).astype(np.int32)
    back = np.flatnonzero(drivable & (streets.flow == BOTH_WAYS)).astype(np.int32)
    tail = np.concatenate([streets.tail[there], streets.head[back]])
    head = np.concatenate([streets.head[there], streets.tail[back]])
    return tail, head, np.concatenate([there, back])


def arc_ms(streets: Streets, speeds: Speeds) -> Ints:
    """ms along each segment, (modes, segments) int32, at least 1. Undrivable classes get the off-road speed, and no arc."""
    kmh: Floats = np.empty((len(MODES), len(streets.kind)))
    for mode in MODES:
        plain = np.array([speeds.by_class.get(name, (speeds.off_road_kmh,) * 2)[mode] for name in streets.kinds])
        posted = streets.limit_kmh * speeds.of_limit[mode]
        kmh[mode] = np.where(streets.limit_kmh > 0, posted, plain[streets.kind])
    return np.maximum(1, np.rint(streets.length_cm * CM_MS / kmh)).astype(np.int32)
