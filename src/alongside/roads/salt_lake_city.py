"""Salt Lake City's streets out of the neatnet 0.1.6 source package (PyPI): EPSG:32612 lines, one for each pair of OSM nodes.

The source has road classes, but no one-way, no names and no posted limits; every segment is taken as two-way.
"""

import io
import tarfile
from pathlib import Path

import numpy as np
import polars as pl
from numpy.typing import NDArray
from pyproj import Transformer

from alongside.roads.arrays import Floats, Ints
from alongside.roads.refused import RoadsRefused
from alongside.roads.streets import BOTH_WAYS, UNNAMED, Streets

MEMBER = "neatnet-0.1.6/data/slc_4881/original.parquet"
TWO_POINT_LINE = b"\x01\x02\x00\x00\x00\x02\x00\x00\x00"  # WKB: little-endian, LineString, two points
UTM_SCALE = 0.99967  # grid metres per metre here: 0.9996 at the central meridian (111 W), 76 km to its west


def read_sdist(path: Path) -> Streets:
    """The streets in the source package at ``path``. Raises ``RoadsRefused`` when it is another package or damaged."""
    try:
        with tarfile.open(path) as package:
            member = package.extractfile(MEMBER)
            parquet = member.read() if member else b""
    except (OSError, tarfile.TarError, KeyError, EOFError) as error:
        raise RoadsRefused(f"{path.name} is not neatnet 0.1.6's source package: {MEMBER} is not in it.") from error
    table = pl.read_parquet(io.BytesIO(parquet), columns=["highway", "geometry"])
    return to_streets(table["highway"].to_list(), read_lines(table["geometry"].to_list()))


def read_lines(geometry: list[bytes]) -> Floats:
    """WKB lines of two points as (lines, 2, 2) easting and northing."""
    odd = next((index for index, wkb in enumerate(geometry) if len(wkb) != 41 or not wkb.startswith(TWO_POINT_LINE)), None)
    if odd is not None:
        raise RoadsRefused(f"Line {odd + 1} of the source is not a line of two points.")
    return np.frombuffer(b"".join(wkb[9:] for wkb in geometry), dtype="<f8").reshape(-1, 2, 2)


def to_streets(classes: list[str], lines: Floats) -> Streets:
    """Streets whose nodes are numbered along their chains, so that neighbours have near numbers and the file is small."""
    points, ends = np.unique(lines.reshape(-1, 2), axis=0, return_inverse=True)
    number = along_chains(len(points), ends.reshape(-1, 2))
    place = np.empty_like(points)
    place[number] = points
    lon, lat = Transformer.from_crs(32612, 4326, always_xy=True).transform(place[:, 0], place[:, 1])
    pairs = np.sort(number[ends.reshape(-1, 2)], axis=1)
    kinds = tuple(sorted(set(classes)))
    kind = np.searchsorted(np.array(kinds), np.array(classes))
    metres = np.sqrt(((lines[:, 1] - lines[:, 0]) ** 2).sum(axis=1)) / UTM_SCALE
    order = np.lexsort((metres, kind, pairs[:, 1], pairs[:, 0]))
    columns = (pairs[order, 0], pairs[order, 1], np.rint(metres[order] * 100), kind[order])
    tail, head, length_cm, kind_of = (column.astype(np.int32) for column in columns)
    flat = np.full(len(order), BOTH_WAYS, dtype=np.int32)
    return Streets(micro(lat), micro(lon), tail, head, length_cm, kind_of, flat, flat * 0, flat * 0 + UNNAMED, kinds, ())


def micro(degrees: Floats) -> Ints:
    return np.rint(degrees * 1e6).astype(np.int32)


def along_chains(node_count: int, pairs: NDArray[np.integer]) -> NDArray[np.int64]:
    """A new number for each node: depth first from the south-western one of each part, the first neighbour first."""
    neighbours: list[list[int]] = [[] for _ in range(node_count)]
    for one, other in pairs.tolist():
        neighbours[one].append(other)
        neighbours[other].append(one)
    number, given = np.full(node_count, -1, dtype=np.int64), 0
    waiting = list(range(node_count))[::-1]
    while waiting:
        node = waiting.pop()
        if number[node] < 0:
            number[node] = given
            given += 1
            waiting.extend(sorted(neighbours[node], reverse=True))
    return number
