"""How far a crew gets: isochrones for the map."""

from collections.abc import Sequence

import numpy as np

from alongside.core.travel import Mode, Spot
from alongside.roads.arrays import UNREACHED, Ints
from alongside.roads.map_layer import dump, lines_feature
from alongside.roads.plain import PlainEngine
from alongside.roads.travel import RoadTravel

LONGEST_MS = 4 * 3_600_000


def reach(travel: RoadTravel, origin: Spot, within_ms: int, mode: Mode) -> Ints:
    """ms from the origin to every road node, ``UNREACHED`` beyond ``within_ms``; the way to the first node included."""
    start = travel.snapper.snap(origin)
    permille = travel.calibration.permille[mode]
    left_ms = min(within_ms, LONGEST_MS) - start.off_road_ms
    if start.node < 0 or left_ms < 0:
        return np.full(travel.graph.node_count, UNREACHED, dtype=np.int32)
    road = PlainEngine(travel.graph, travel.graph.weights[mode]).within(start.node, left_ms * 1000 // permille + 1).astype(np.int64)
    whole = road * permille // 1000 + start.off_road_ms
    return np.where((road == UNREACHED) | (whole > within_ms), UNREACHED, whole).astype(np.int32)


def reach_geojson(travel: RoadTravel, origin: Spot, bands_ms: Sequence[int], mode: Mode) -> bytes:
    """GeoJSON of the roads reached within each band, the nearest first; a road is in the band in which its farther end is reached.

    Each feature's properties hold ``within_ms`` and ``beyond_ms``. Roads are cut at nodes, some 40 m apart in a city.
    """
    bands = sorted(set(bands_ms))
    ms = reach(travel, origin, bands[-1] if bands else 0, mode)
    farther = np.maximum(ms[travel.graph.tail], ms[travel.graph.head])
    features = []
    for beyond, within in zip([-1, *bands], bands, strict=False):
        inside = np.flatnonzero((farther > beyond) & (farther <= within))
        ends = zip(travel.graph.tail[inside].tolist(), travel.graph.head[inside].tolist(), strict=True)
        pairs = {(min(pair), max(pair)) for pair in ends}
        properties: dict[str, object] = {"within_ms": within, "beyond_ms": max(beyond, 0)}
        features.append(lines_feature(travel.graph.lat, travel.graph.lon, sorted(pairs), properties))
    return dump({"type": "FeatureCollection", "features": features})
