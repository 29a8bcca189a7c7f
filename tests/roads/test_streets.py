"""Streets as a file, as a graph and as a picture."""

import dataclasses
import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from alongside.core.travel import Mode
from alongside.library.areas import Area
from alongside.library.reading import Mistake
from alongside.roads import RoadsRefused
from alongside.roads.arrays import Ints
from alongside.roads.build_area import derive, main
from alongside.roads.map_layer import LAYERS, join_chains
from alongside.roads.speeds import Speeds, arc_ms, read_speeds, weigh
from alongside.roads.streets import ARRAYS, Streets, pack_array, pack_streets, read_streets, unpack_array, unpack_streets


@given(arrays(np.int32, st.integers(0, 40), elements=st.integers(-(2**30), 2**30)))
def test_1_any_array_packs_and_unpacks(values: Ints) -> None:
    assert (unpack_array(pack_array(values)) == values).all()


def test_2_streets_pack_and_unpack_and_pack_the_same(square: Streets) -> None:
    packed = pack_streets(square)
    again = unpack_streets(packed, "roads.bin")
    assert all((getattr(again, name) == getattr(square, name)).all() for name in ARRAYS)
    assert (again.kinds, again.names) == (square.kinds, square.names)
    assert pack_streets(again) == packed


@pytest.mark.parametrize("cut", [0, 5, 30, -4])
def test_3_a_damaged_road_file_is_refused_in_a_sentence(square: Streets, tmp_path: Path, cut: int) -> None:
    (tmp_path / "roads.bin").write_bytes(pack_streets(square)[:cut])
    with pytest.raises(RoadsRefused, match=r"^roads.bin is .*\.$"):
        read_streets(tmp_path / "roads.bin")


def test_4_times_come_from_class_limit_and_flow(square: Streets, speeds: Speeds) -> None:
    graph = weigh(square, speeds)
    assert graph.node_count == 4  # the path to node 4 is not for cars
    arcs = {(int(tail), int(head)): ms for tail, head, ms in zip(graph.tail, graph.head, graph.weights.T.tolist(), strict=True)}
    assert (0, 1) in arcs
    assert (1, 0) not in arcs
    assert arcs[2, 3] == [round(1.11 / 95 * 3_600_000), round(1.11 / 110 * 3_600_000)]
    assert arcs[3, 0] == [round(1.11 / 68 * 3_600_000), round(1.11 / 85 * 3_600_000)]  # 68 and 85 % of the posted 100
    assert arcs[1, 2] == [round(1.11 / 27 * 3_600_000), round(1.11 / 34 * 3_600_000)]


def test_5_a_dead_end_nobody_can_leave_is_left_out(square: Streets, speeds: Speeds) -> None:
    into_it = dataclasses.replace(square, kind=np.where(square.kind == 1, 2, square.kind), flow=np.array([1, 0, 0, 0, 1], dtype=np.int32))
    assert weigh(into_it, speeds).node_count == 4
    assert weigh(dataclasses.replace(into_it, flow=into_it.flow * 0), speeds).node_count == 5


def test_05_a_fenced_lot_is_left_out_and_an_island_with_its_own_streets_stays(speeds: Speeds) -> None:
    def chain(nodes: int, beside: int) -> Streets:
        """Two-way streets along ``nodes`` nodes, and along ``beside`` more that nothing joins to them."""
        tail = np.array([node for node in range(nodes + beside - 1) if node != nodes - 1], dtype=np.int32)
        places, flat = np.arange(nodes + beside, dtype=np.int32) * 100, tail * 0
        return Streets(places, places, tail, tail + 1, flat + 1_000, flat, flat, flat, flat - 1, ("residential",), ())

    assert weigh(chain(60, 2), speeds).node_count == 60
    assert weigh(chain(60, 3), speeds).node_count == 63


def test_6_no_street_for_cars_is_refused(square: Streets, speeds: Speeds) -> None:
    with pytest.raises(RoadsRefused, match="not one road"):
        weigh(dataclasses.replace(square, kind=square.kind * 0 + 1), speeds)


def test_7_lights_are_nowhere_slower_and_no_segment_is_free(area: Area, speeds: Speeds) -> None:
    streets, _ = read_streets(area.roads)
    ms = arc_ms(streets, speeds)
    assert (ms[Mode.LIGHTS] <= ms[Mode.NORMAL]).all()
    assert ms.min() >= 1


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("kmh:\n  residential: {normal: 0, lights: 30}\n", "speeds.yaml, line 2, kmh.residential.normal: must be a number above 0"),
        ("kmh:\n  residential: {normal: 20}\n", "speeds.yaml, line 2, kmh.residential.lights: is missing"),
        ("kmh: 30\n", "speeds.yaml, line 1, kmh: must map road classes to speeds"),
    ],
)
def test_8_a_wrong_speed_is_refused_by_file_line_and_field(tmp_path: Path, text: str, sentence: str) -> None:
    (tmp_path / "speeds.yaml").write_text(text)
    with pytest.raises(Mistake, match=sentence):
        read_speeds(tmp_path / "speeds.yaml")


@settings(max_examples=200)
@given(st.sets(st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda pair: pair[0] < pair[1]), max_size=30))
def test_9_chains_hold_every_segment_once(pairs: set[tuple[int, int]]) -> None:
    steps = [tuple(sorted(step)) for chain in join_chains(sorted(pairs)) for step in zip(chain, chain[1:], strict=False)]
    assert sorted(steps) == sorted(pairs)


def test_10_the_map_gets_every_class_in_three_small_layers(area: Area) -> None:
    shown = []
    for layer, path in area.streets.items():
        assert path.stat().st_size < 1_000_000
        features = json.loads(path.read_text())["features"]
        assert {feature["properties"]["class"] for feature in features} <= set(LAYERS[layer])
        shown += [feature["properties"]["class"] for feature in features]
        lon, lat = features[0]["geometry"]["coordinates"][0][0]
        assert area.bounds[0].lat <= lat * 1e6 <= area.bounds[1].lat
        assert area.bounds[0].lon <= lon * 1e6 <= area.bounds[1].lon
    assert sorted(shown) == sorted(read_streets(area.roads)[0].kinds)


def test_11_the_map_layers_follow_from_the_road_file(area: Area) -> None:
    derived = derive(read_streets(area.roads)[0])
    assert all(derived[path.name] == path.read_bytes() for path in area.streets.values())


def test_12_the_bundled_area_is_reproduced_byte_for_byte(area: Area, sdist: Path, tmp_path: Path) -> None:
    assert main(["salt-lake-city", "--sdist", str(sdist), "--into", str(tmp_path)]) == 0
    for path in (area.roads, *area.streets.values()):
        assert (tmp_path / path.name).read_bytes() == path.read_bytes(), path.name


def test_13_another_package_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "other.tar.gz").write_bytes(b"not a package")
    assert main(["salt-lake-city", "--sdist", str(tmp_path / "other.tar.gz"), "--into", str(tmp_path)]) == 1
    assert "other.tar.gz is not neatnet 0.1.6's source package" in capsys.readouterr().err
