"""Streets out of an OpenStreetMap PBF: every node of a drivable way is a road node, every step between two a segment."""

from array import array
from collections.abc import Collection
from pathlib import Path

import numpy as np
import osmium

from alongside.roads.arrays import Floats, Ints
from alongside.roads.refused import RoadsRefused
from alongside.roads.snapping import on_sphere
from alongside.roads.streets import BOTH_WAYS, FORWARD, UNNAMED, Streets

KMH_OF_MPH = 1.609344
FASTEST_KMH = 160
YES = ("yes", "true", "1")
CLOSED = ("no", "private")
ALWAYS_ONE_WAY = ("motorway", "motorway_link")
EARTH_CM = 637_100_880.0


def read_pbf(path: Path, drivable: Collection[str]) -> Streets:
    """The drivable streets of a PBF. Raises ``RoadsRefused`` when it cannot be read or has no street of these classes."""
    found = Found(drivable)
    try:
        reading = osmium.FileProcessor(str(path), osmium.osm.NODE | osmium.osm.WAY).with_locations()
        for each in reading.with_filter(osmium.filter.KeyFilter("highway")):
            if isinstance(each, osmium.osm.Way):
                found.take(each)
    except (RuntimeError, OSError) as error:
        raise RoadsRefused(f"{path.name} cannot be read as an OpenStreetMap file (.osm.pbf): is it whole, and the right file?") from error
    if not found.tail:
        raise RoadsRefused(f"{path.name} has no street a car may drive on: is it the right extract?")
    return found.streets()


class Found:
    """Segments as they are met, in plain arrays: a city's worth stays small."""

    def __init__(self, drivable: Collection[str]) -> None:
        self.kinds = {kind: index for index, kind in enumerate(sorted(drivable))}
        self.names: dict[str, int] = {}
        self.node: dict[int, int] = {}
        self.lat, self.lon = array("i"), array("i")
        self.tail, self.head, self.kind = array("i"), array("i"), array("i")
        self.flow, self.limit, self.name = array("i"), array("i"), array("i")

    def take(self, way: "osmium.osm.Way") -> None:
        """Add the steps of one way, if a car may drive it. Steps to nodes outside the extract are left out."""
        kind = self.kinds.get(way.tags["highway"])
        if kind is None or way.tags.get("area") == "yes" or way.tags.get("motor_vehicle", way.tags.get("access", "yes")) in CLOSED:
            return
        nodes = [self.number(node) for node in way.nodes]
        flow = read_flow(way.tags)
        if flow < 0:
            nodes.reverse()
        called = (way.tags.get("name") or "").strip()
        name = self.names.setdefault(called, len(self.names)) if called else UNNAMED
        limit = read_limit(way.tags.get("maxspeed") or "")
        for tail, head in zip(nodes, nodes[1:], strict=False):
            if tail is not None and head is not None and tail != head:
                for column, value in zip(self.columns(), (tail, head, kind, abs(flow), limit, name), strict=True):
                    column.append(value)

    def columns(self) -> tuple["array[int]", ...]:
        return self.tail, self.head, self.kind, self.flow, self.limit, self.name

    def number(self, node: "osmium.osm.NodeRef") -> int | None:
        """Our number of a node; None for one whose place is not in the extract."""
        known = self.node.get(node.ref)
        if known is None and node.location.valid():
            known = self.node[node.ref] = len(self.lat)
            self.lat.append(round(node.lat * 1e6))
            self.lon.append(round(node.lon * 1e6))
        return known

    def streets(self) -> Streets:
        """All that was found."""
        lat, lon = to_ints(self.lat), to_ints(self.lon)
        tail, head, kind, flow, limit, name = (to_ints(column) for column in self.columns())
        places = on_sphere(lat, lon)
        length: Floats = np.sqrt(((places[tail] - places[head]) ** 2).sum(axis=1)) * EARTH_CM
        kinds, names = tuple(self.kinds), tuple(self.names)
        return Streets(lat, lon, tail, head, np.rint(length).astype(np.int32), kind, flow, limit, name, kinds, names)


def to_ints(column: "array[int]") -> Ints:
    return np.array(column, dtype=np.int32)


def read_flow(tags: "osmium.osm.TagList") -> int:
    """``BOTH_WAYS``, ``FORWARD``, or -1 for against the drawn direction. Roundabouts and motorways are one-way unless they say no."""
    said = tags.get("oneway", "")
    if said == "-1":
        return -FORWARD
    implied = tags.get("junction") in ("roundabout", "circular") or tags["highway"] in ALWAYS_ONE_WAY
    return FORWARD if said in YES or (implied and said != "no") else BOTH_WAYS


def read_limit(said: str) -> int:
    """A posted limit in km/h; 0 where it is not a plain number (“none”, “walk”, “RU:urban”)."""
    number, _, unit = said.partition(" ")
    if not number.isascii() or not number.isdigit() or len(number) > 3:
        return 0
    kmh = int(number) * (KMH_OF_MPH if unit == "mph" else 1)
    return round(kmh) if 0 < kmh <= FASTEST_KMH else 0
