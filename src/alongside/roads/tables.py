"""Road graphs from edge tables (CSV or Parquet), for networks whose drive times somebody else has worked out."""

from pathlib import Path

import numpy as np
import polars as pl

from alongside.core.travel import Mode
from alongside.roads.arrays import Ints
from alongside.roads.graph import RoadGraph, build_graph
from alongside.roads.refused import RoadsRefused

NODES = ("node", "lat", "lon")
ARCS = ("from", "to", "normal_ms")


def read_tables(nodes: Path, arcs: Path) -> RoadGraph:
    """A graph from a table of nodes (node, lat, lon in degrees) and one of directed arcs (from, to, normal_ms[, lights_ms]).

    Without ``lights_ms`` both modes drive alike. Raises ``RoadsRefused`` naming the file, and the row where one is wrong.
    """
    places = read_table(nodes, NODES).sort("node")
    links = read_table(arcs, ARCS)
    known = places["node"].to_numpy()
    if places["node"].n_unique() != len(known):
        raise RoadsRefused(f"{nodes.name} lists a node twice; each must stand there once.")
    lat, lon = (np.rint(places[name].cast(pl.Float64).to_numpy() * 1e6) for name in ("lat", "lon"))
    if (np.abs(lat) > 90e6).any() or (np.abs(lon) > 180e6).any():
        raise RoadsRefused(f"{nodes.name} has a coordinate that is not on the earth: lat and lon are degrees.")
    tail, head = (find_numbers(known, links[name].to_numpy(), f"{arcs.name}, column {name}") for name in ("from", "to"))
    normal = links["normal_ms"].cast(pl.Float64).to_numpy()
    lights = links["lights_ms"].cast(pl.Float64).to_numpy() if "lights_ms" in links.columns else normal
    weights = np.rint(np.clip(np.stack([normal, lights][: len(Mode)]), -1, 2**31 - 1)).astype(np.int32)
    return build_graph(lat.astype(np.int32), lon.astype(np.int32), tail, head, weights)


def read_table(path: Path, columns: tuple[str, ...]) -> pl.DataFrame:
    """A CSV or Parquet table that has these columns, without a gap in them."""
    try:
        table = pl.read_parquet(path) if path.suffix == ".parquet" else pl.read_csv(path)
    except (OSError, pl.exceptions.PolarsError) as error:
        raise RoadsRefused(f"{path.name} cannot be read as a {'Parquet' if path.suffix == '.parquet' else 'CSV'} table.") from error
    for name in columns:
        if name not in table.columns:
            raise RoadsRefused(f"{path.name} has no column {name}; it needs {', '.join(columns)}.")
        if not table[name].dtype.is_numeric() or table[name].null_count():
            raise RoadsRefused(f"{path.name}, column {name}: every row must hold a number.")
    return table


def find_numbers(known: Ints, asked: Ints, where: str) -> Ints:
    """The place of each asked node among the sorted known ones."""
    found = np.minimum(np.searchsorted(known, asked), max(0, len(known) - 1))
    missing = np.flatnonzero(known[found] != asked) if len(known) else np.arange(len(asked))
    if len(missing):
        raise RoadsRefused(f"{where}, row {missing[0] + 1}: there is no node {asked[missing[0]]}.")
    return found.astype(np.int32)
