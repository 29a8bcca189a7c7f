"""Streets as GeoJSON for the map, in three layers of detail. Deterministic, so committed layers can be reproduced byte for byte."""

import json
import math
from collections.abc import Iterable, Iterator

import numpy as np

from alongside.roads.arrays import Floats, Ints
from alongside.roads.streets import Streets

LAYERS = {
    "major": ("motorway", "motorway_link", "trunk", "trunk_link", "primary", "primary_link"),
    "middle": ("secondary", "secondary_link", "tertiary", "tertiary_link"),
    "local": ("unclassified", "residential", "living_street", "pedestrian", "service"),
}
STRAIGHT_M = 4.0  # bends smaller than this are not drawn
MICRO_M = 0.1112  # metres per microdegree of latitude


def layer_geojson(streets: Streets, layer: str) -> bytes:
    """One feature for each road class of the layer, its chains as a MultiLineString in degrees with five decimals (1 m)."""
    wanted = [name for name in LAYERS[layer] if name in streets.kinds]
    features = [feature(streets, name) for name in wanted]
    return dump({"type": "FeatureCollection", "features": features})


def feature(streets: Streets, kind: str) -> dict[str, object]:
    """The chains of one class, straightened."""
    inside = np.flatnonzero(streets.kind == streets.kinds.index(kind))
    pairs = zip(streets.tail[inside].tolist(), streets.head[inside].tolist(), strict=True)
    return lines_feature(streets.lat, streets.lon, pairs, {"class": kind})


def lines_feature(lat: Ints, lon: Ints, pairs: Iterable[tuple[int, int]], properties: dict[str, object]) -> dict[str, object]:
    """Segments as one MultiLineString feature of straightened chains."""
    chains = (straighten(lat, lon, chain) for chain in join_chains(pairs))
    lines = [[[round(int(lon[node]) / 1e6, 5), round(int(lat[node]) / 1e6, 5)] for node in chain] for chain in chains]
    return {"type": "Feature", "properties": properties, "geometry": {"type": "MultiLineString", "coordinates": lines}}


def dump(collection: dict[str, object]) -> bytes:
    """Compact JSON."""
    return json.dumps(collection, separators=(",", ":")).encode()


def join_chains(pairs: Iterable[tuple[int, int]]) -> Iterator[list[int]]:
    """Segments joined end to end wherever exactly two of them meet; every segment is in exactly one chain."""
    meets: dict[int, list[int]] = {}
    for one, other in pairs:
        meets.setdefault(one, []).append(other)
        meets.setdefault(other, []).append(one)
    ends = {node for node in meets if len(meets[node]) != 2}
    for start in (*sorted(ends), *sorted(meets)):  # what is left after the ends are rings
        while meets[start]:
            yield follow(meets, start, ends)


def follow(meets: dict[int, list[int]], start: int, stops: set[int]) -> list[int]:
    """Take segments out of ``meets`` from ``start`` on, to the next stop."""
    chain = [start]
    while len(chain) == 1 or (chain[-1] not in stops and chain[-1] != start):
        onward = meets[chain[-1]].pop(0)
        meets[onward].remove(chain[-1])
        chain.append(onward)
    return chain


def straighten(lat: Ints, lon: Ints, chain: list[int]) -> list[int]:
    """The chain without bends smaller than ``STRAIGHT_M`` (Douglas and Peucker 1973)."""
    nodes = np.array(chain)
    north = lat[nodes] * MICRO_M
    east = lon[nodes] * MICRO_M * round(math.cos(math.radians(lat[chain[0]] / 1e6)), 2)
    places = np.stack([east, north], axis=1)
    keep = {0, len(chain) - 1}
    waiting = [(0, len(chain) - 1)]
    while waiting:
        first, last = waiting.pop()
        off = off_line(places[first : last + 1])
        worst = int(off.argmax())
        if off[worst] > STRAIGHT_M:
            keep.add(first + worst)
            waiting += [(first, first + worst), (first + worst, last)]
    return [chain[index] for index in sorted(keep)]


def off_line(places: Floats) -> Floats:
    """How far each place lies from the line between the first and the last, metres; from the first where they are one."""
    along = places[-1] - places[0]
    rest = places - places[0]
    length = float(np.sqrt((along**2).sum()))
    if length == 0:
        return np.asarray(np.sqrt((rest**2).sum(axis=1)))
    return np.asarray(np.abs(rest[:, 0] * along[1] - rest[:, 1] * along[0]) / length)
