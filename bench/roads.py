"""Drive times beside scipy's Dijkstra on the same graphs, weights and questions; new speeds beside building anew.

``python -m bench.roads`` or ``./dev bench roads``. Auckland and Manhattan come from the ems_sim_benchmarks data (JEMSS, Apache-2.0,
roads ODbL), whose travel times are in days; Salt Lake City is the bundled area.
"""

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

import numpy as np
import polars as pl

from alongside.core.travel import Mode, Spot
from alongside.library.areas import load_area
from alongside.roads import open_area
from alongside.roads.arrays import DAY_MS, UNREACHED
from alongside.roads.engine import Engine, open_engine
from alongside.roads.graph import RoadGraph, build_graph
from bench.peers.roads_scipy import Peer
from bench.row import Row, at_most, lower_is_better, not_measured

DATA = Path(__file__).resolve().parents[2] / "shared/data/ems_sim_benchmarks"
TIMES = {"500x500": 3, "50x1": 60, "new speeds": 10, "rebuild": 3}


def rows() -> list[Row]:
    """Every row; those without data say so."""
    return [row for name in ("auckland", "manhattan", "salt-lake-city") for row in rows_of(name)] + [serving_row()]


def rows_of(name: str) -> list[Row]:
    """The rows of one network."""
    graph = salt_lake_city() if name == "salt-lake-city" else jemss(name)
    if graph is None:
        return [not_measured("roads", name, f"shared/data/ems_sim_benchmarks/jemss_{name}.zip is not here")]
    engine, peer, rng = open_engine(graph, Mode.LIGHTS), Peer(graph, Mode.LIGHTS), np.random.default_rng(7)
    origins, to = (rng.choice(graph.node_count, 500, replace=False).astype(np.int32) for _ in range(2))
    return [*against_scipy(name, engine, peer, origins, to), reweighting_row(name, graph, engine)]


def against_scipy(name: str, engine: Engine, peer: Peer, origins: np.ndarray, to: np.ndarray) -> Iterator[Row]:
    """Matrices and many-to-one, each in turn with the peer, and the difference of their answers."""
    many = timed("500x500", lambda turn: engine.matrix(origins, to), lambda turn: peer.many_to_many(origins, to))
    yield lower_is_better("roads", f"{name} 500x500", *many, "scipy dijkstra", 10, "ms")
    few = origins[:50]
    one = timed("50x1", lambda turn: engine.matrix(few, to[turn : turn + 1]), lambda turn: peer.many_to_one(few, to[turn]))
    yield lower_is_better("roads", f"{name} 50x1, a new target each time", *one, "scipy dijkstra, backwards", 3, "ms")
    theirs = peer.many_to_many(origins, to)
    off = np.abs(np.where(np.isinf(theirs), UNREACHED, theirs) - engine.matrix(origins, to)).max()
    yield at_most("roads", f"{name} largest difference of 250,000 drive times", float(off), 0, "ms")


def reweighting_row(name: str, graph: RoadGraph, engine: Engine) -> Row:
    """New weights for all arcs of a serving engine, beside building graph and engine anew; both from arcs, taking turns."""

    def anew() -> None:
        open_engine(build_graph(graph.lat, graph.lon, graph.tail, graph.head, graph.weights), Mode.NORMAL)

    as_given = RoadGraph(*(getattr(graph, part) for part in ("lat", "lon", "tail", "head", "weights")), *unfolded(graph))
    rebuilt, again = [], []
    for _ in range(TIMES["rebuild"]):
        rebuilt.append(seconds(anew))
        again += [seconds(lambda: engine.reweight(as_given.fold(graph.weights)[Mode.NORMAL])) for _ in range(TIMES["new speeds"])]
    return lower_is_better("roads", f"{name} new speeds on every arc", median(again) * 1e3, median(rebuilt) * 1e3, "a rebuild", 100, "ms")


def unfolded(graph: RoadGraph) -> tuple[np.ndarray, np.ndarray]:
    """The order and starts of arcs that are already one for each pair of nodes."""
    every = np.arange(len(graph.tail), dtype=np.int32)
    return every, every


def serving_row() -> Row:
    """60 units to one incident through the core's Travel protocol, all positions seen before."""
    travel, rng = open_area(load_area("salt-lake-city"), None), np.random.default_rng(3)
    lat, lon = rng.integers(40_660_000, 40_790_000, 160), rng.integers(-111_980_000, -111_850_000, 160)
    spots = [Spot(*pair) for pair in zip(lat.tolist(), lon.tolist(), strict=True)]
    travel.drive_ms(spots, spots[0], Mode.LIGHTS)
    asked = [seconds(lambda to=to: travel.drive_ms(spots[:60], to, Mode.LIGHTS)) for to in spots[60:]]  # type: ignore[misc]
    return at_most("roads", "60 units to 1 incident, p50 through drive_ms", median(asked) * 1e3, 0.2, "ms")


def timed(name: str, ours: Callable[[int], object], peer: Callable[[int], object]) -> tuple[float, float]:
    """Medians in ms, the two taking turns."""
    ours(0)
    pairs = [(seconds(lambda: ours(turn)), seconds(lambda: peer(turn))) for turn in range(TIMES[name])]  # noqa: B023 (called at once)
    return median(one for one, _ in pairs) * 1e3, median(other for _, other in pairs) * 1e3


def seconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def salt_lake_city() -> RoadGraph:
    return open_area(load_area("salt-lake-city"), None).graph


def jemss(name: str) -> RoadGraph | None:
    """A JEMSS city's road network; None where its data is not here. Mode 1 is lights and sirens, mode 2 is normal driving."""
    path = DATA / f"jemss_{name}.zip"
    if not path.is_file():
        return None
    with zipfile.ZipFile(path) as whole, zipfile.ZipFile(io.BytesIO(whole.read("models/1/travel/roads/roads.zip"))) as roads:
        nodes = read(roads.read("nodes.csv"), 1, "x")
        arcs = read(roads.read("arcs.csv"), 5, "toNode")
    lat, lon = (np.rint(nodes[axis].to_numpy() * 1e6).astype(np.int32) for axis in ("y", "x"))
    tail, head = (arcs[end].cast(pl.Int32).to_numpy() - 1 for end in ("fromNode", "toNode"))
    days = np.stack([arcs["mode_2"].to_numpy(), arcs["mode_1"].to_numpy()])
    return build_graph(lat, lon, tail, head, np.rint(days * DAY_MS).astype(np.int32))


def read(table: bytes, skip: int, needed: str) -> pl.DataFrame:
    return pl.read_csv(table, skip_rows=skip, truncate_ragged_lines=True).drop_nulls([needed])


if __name__ == "__main__":
    for row in rows():
        print(json.dumps(row))
