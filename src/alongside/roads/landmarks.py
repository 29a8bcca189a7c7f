"""What a map is read by, as GeoJSON: beats, places that may say yes, posts, parts of town, and the names of streets.

Where a city numbers its streets from an origin and the road data holds no names, the lines of its grid are named instead.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np

from alongside.core.travel import Spot
from alongside.library.areas.area import Area
from alongside.roads.grid import Grid, along, read_grid
from alongside.roads.map_layer import LAYERS, dump, lines_feature
from alongside.roads.streets import UNNAMED, Streets, read_streets

NAMED_CLASSES = (*LAYERS["major"], *LAYERS["middle"])
EVERY = 100  # a block of the grid
RANKS = ((1000, 1), (500, 2), (EVERY, 3))  # 1 is named from afar, 3 only from near
Feature = dict[str, Any]


def landmarks(area: Area) -> bytes:
    """A FeatureCollection; each feature has ``kind`` (beat, facility, post, neighborhood, street, line), ``label`` and ``rank`` (1 first).

    Raises ``RoadsRefused`` or ``Mistake`` for damaged files.
    """
    streets, _ = read_streets(area.roads)
    lines = grid_lines(read_grid(area.grid)) if area.grid else iter(())
    return dump({"type": "FeatureCollection", "features": [*beats(area), *points(area), *street_names(streets), *lines]})


def beats(area: Area) -> Iterator[Feature]:
    """Each beat's border."""
    for beat in area.beats:
        ring = [degrees(spot) for spot in (*beat.ring, beat.ring[0])]
        yield feature({"type": "Polygon", "coordinates": [ring]}, "beat", beat.label)


def points(area: Area) -> Iterator[Feature]:
    """Facilities, posts and parts of town."""
    named = [("facility", one.label, one.spot) for one in area.facilities] + [("post", one.label, one.spot) for one in area.posts]
    for kind, label, spot in (*named, *(("neighborhood", one.label, one.spot) for one in area.neighbourhoods)):
        yield feature({"type": "Point", "coordinates": degrees(spot)}, kind, label)


def street_names(streets: Streets) -> Iterator[Feature]:
    """The larger streets that have a name, each with all its stretches; primary before tertiary."""
    kinds = {kind: rank for rank, kind in enumerate(streets.kinds) if kind in NAMED_CLASSES}
    larger = np.isin(streets.kind, list(kinds.values())) & (streets.name != UNNAMED)
    for name in np.unique(streets.name[larger]).tolist():
        its = np.flatnonzero(larger & (streets.name == name))
        rank = min(NAMED_CLASSES.index(streets.kinds[kind]) for kind in streets.kind[its].tolist())
        pairs = zip(streets.tail[its].tolist(), streets.head[its].tolist(), strict=True)
        yield lines_feature(streets.lat, streets.lon, pairs, told("street", streets.names[name], 1 + rank // 4))


def grid_lines(grid: Grid) -> Iterator[Feature]:
    """The numbered lines of a grid, as far as its numbers are sure, named as people say them."""
    (west, east), (south, north) = grid.sure
    for number in blocks(south, north):
        lat = along(grid.north_south, number)
        ends = [Spot(lat, along(grid.east_west, edge)) for edge in (west, east)]
        yield line(ends, grid.call("north", number), number)
    for number in blocks(west, east):
        lon = along(grid.east_west, number)
        ends = [Spot(along(grid.north_south, edge), lon) for edge in (south, north)]
        yield line(ends, grid.call("east", number), number)


def blocks(low: int, high: int) -> range:
    """Whole blocks from ``low`` to ``high``."""
    return range(-(-low // EVERY) * EVERY, high + 1, EVERY)


def line(ends: list[Spot], label: str, number: int) -> Feature:
    """One line of a grid; round numbers are named first."""
    rank = next(rank for step, rank in RANKS if number % step == 0)
    return feature({"type": "LineString", "coordinates": [degrees(spot) for spot in ends]}, "line", label, rank)


def feature(geometry: dict[str, Any], kind: str, label: str, rank: int = 1) -> Feature:
    """A GeoJSON feature with what the map needs to know of it."""
    return {"type": "Feature", "properties": told(kind, label, rank), "geometry": geometry}


def told(kind: str, label: str, rank: int) -> dict[str, object]:
    """The properties of a feature."""
    return {"kind": kind, "label": label, "rank": rank}


def degrees(spot: Spot) -> list[float]:
    """Longitude and latitude with five decimals (1 m)."""
    return [round(spot.lon / 1e6, 5), round(spot.lat / 1e6, 5)]
