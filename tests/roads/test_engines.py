"""Every engine gives the numbers Dijkstra gives: 0 ms difference, parallel arcs and arcs of 0 ms included."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

from alongside.core.travel import Mode
from alongside.roads.arrays import UNREACHED, Ints
from alongside.roads.engine import Engine, open_engine
from alongside.roads.graph import RoadGraph, build_graph, with_weights
from alongside.roads.plain import PlainEngine
from alongside.roads.refused import RoadsRefused

ARC = st.tuples(st.integers(0, 11), st.integers(0, 11), st.integers(0, 50), st.integers(1, 900_000))


def ints(*values: int) -> Ints:
    return np.array(values, dtype=np.int32)


def graph_of(arcs: list[tuple[int, int, int, int]], nodes: int = 12) -> RoadGraph:
    tail, head, normal, lights = (ints(*column) for column in zip(*arcs, strict=True))
    places = np.arange(nodes, dtype=np.int32)
    return build_graph(40_000_000 + places * 7 % 11, -111_000_000 + places, tail, head, np.stack([normal, lights]))


def engines(graph: RoadGraph, mode: Mode) -> list[Engine]:
    return [open_engine(graph, mode), PlainEngine(graph, graph.weights[mode])]


def independent(arcs: list[tuple[int, int, int, int]], mode: Mode) -> np.ndarray:
    """All pairs by Floyd and Warshall, written out: nothing shared with the engines but the arcs."""
    far = [[0 if one == other else UNREACHED for other in range(12)] for one in range(12)]
    for tail, head, *ms in arcs:
        far[tail][head] = min(far[tail][head], ms[mode])
    for via in range(12):
        for one in range(12):
            for other in range(12):
                if UNREACHED not in (far[one][via], far[via][other]):
                    far[one][other] = min(far[one][other], far[one][via] + far[via][other])
    return np.array(far)


@settings(max_examples=150, deadline=None)
@given(st.lists(ARC, min_size=1, max_size=60), st.sampled_from(Mode))
def test_1_random_roads_with_parallel_arcs_are_answered_exactly(arcs: list[tuple[int, int, int, int]], mode: Mode) -> None:
    graph, every = graph_of(arcs) if any(arc[0] != arc[1] for arc in arcs) else None, np.arange(12, dtype=np.int32)
    if graph is None:
        return
    truth = independent(arcs, mode)
    for engine in engines(graph, mode):
        assert (engine.matrix(every, every) == truth).all(), engine.name
        assert (engine.matrix(every, ints(3))[:, 0] == truth[:, 3]).all(), engine.name


@settings(max_examples=60, deadline=None)
@given(st.lists(ARC, min_size=1, max_size=40), st.integers(0, 11), st.integers(0, 11))
def test_2_a_path_takes_as_long_as_the_matrix_says(arcs: list[tuple[int, int, int, int]], origin: int, to: int) -> None:
    graph = graph_of([*arcs, (0, 1, 5, 5)])
    arc_ms = {(int(tail), int(head)): int(ms) for tail, head, ms in zip(graph.tail, graph.head, graph.weights[0], strict=True)}
    for engine in engines(graph, Mode.NORMAL):
        nodes, ms = engine.path(origin, to), int(engine.matrix(ints(origin), ints(to))[0, 0])
        if ms == UNREACHED:
            assert nodes == []
        else:
            assert (nodes[0], nodes[-1]) == (origin, to)
            assert sum(arc_ms[pair] for pair in zip(nodes, nodes[1:], strict=False)) == ms


def test_3_new_weights_change_the_answer_and_the_old_ones_bring_it_back() -> None:
    graph = graph_of([(0, 1, 10, 8), (1, 2, 10, 8), (0, 2, 30, 40), (0, 2, 50, 16)])
    closed = with_weights(graph, np.array([[10, 90, 30, 50], [8, 90, 40, 16]], dtype=np.int32))
    for engine in engines(graph, Mode.NORMAL):
        assert engine.matrix(ints(0), ints(2)).tolist() == [[20]]
        engine.reweight(closed.weights[Mode.NORMAL])
        assert engine.matrix(ints(0), ints(2)).tolist() == [[30]]
        engine.reweight(graph.weights[Mode.NORMAL])
        assert engine.matrix(ints(0), ints(2)).tolist() == [[20]]


def test_4_of_parallel_arcs_each_mode_keeps_its_own_fastest() -> None:
    graph = graph_of([(0, 1, 30, 40), (0, 1, 50, 16)])
    assert graph.weights.tolist() == [[30], [16]]


def test_5_a_one_way_street_leads_one_way() -> None:
    for engine in engines(graph_of([(0, 1, 10, 10)]), Mode.LIGHTS):
        assert engine.matrix(ints(0, 1), ints(0, 1)).tolist() == [[0, 10], [UNREACHED, 0]]
        assert engine.path(1, 0) == []


def test_6_an_order_is_kept_and_a_damaged_one_is_computed_again(tmp_path: Path) -> None:
    graph = graph_of([(0, 1, 10, 8), (1, 2, 10, 8), (2, 0, 3, 3)])
    first = open_engine(graph, Mode.NORMAL, tmp_path)
    if first.name == "scipy":
        pytest.skip("pyroutingkit has no wheel for this machine")
    (kept,) = tmp_path.iterdir()
    written = (kept / "order").read_bytes()
    assert open_engine(graph, Mode.NORMAL, tmp_path).matrix(ints(0), ints(2)).tolist() == [[20]]
    (kept / "order").write_bytes(written[:-1])
    assert open_engine(graph, Mode.NORMAL, tmp_path).matrix(ints(0), ints(2)).tolist() == [[20]]
    assert [path.name for path in tmp_path.iterdir()] == [kept.name]
    assert (kept / "order").stat().st_size == len(written)


@pytest.mark.parametrize(
    ("arcs", "sentence"),
    [
        ([(0, 12, 1, 1)], "Arc 1 leads to a node that does not exist: there are 12 nodes."),
        ([(0, 1, 1, 1), (1, 2, -4, 1)], r"Arc 2 takes \[-4, 1\] ms; a time must be between 0 and a day."),
    ],
)
def test_7_impossible_arcs_are_refused_by_number(arcs: list[tuple[int, int, int, int]], sentence: str) -> None:
    with pytest.raises(RoadsRefused, match=sentence):
        graph_of(arcs)


def test_8_scipy_itself_agrees_on_a_thousand_node_grid() -> None:
    rng = np.random.default_rng(5)
    tail = np.repeat(np.arange(1000, dtype=np.int32), 4)
    head = ((tail + rng.choice([1, -1, 40, -40], len(tail))) % 1000).astype(np.int32)
    weights = rng.integers(1, 60_000, (2, len(tail))).astype(np.int32)
    graph = build_graph(np.arange(1000, dtype=np.int32) // 40, np.arange(1000, dtype=np.int32) % 40, tail, head, weights)
    size = (1000, 1000)
    peer = dijkstra(csr_array((graph.weights[1].astype(float), (graph.tail, graph.head)), shape=size))
    found = open_engine(graph, Mode.LIGHTS).matrix(np.arange(1000, dtype=np.int32), np.arange(1000, dtype=np.int32))
    assert (np.where(np.isinf(peer), UNREACHED, peer) == found).all()
