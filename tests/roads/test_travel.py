"""Drive times between any spots: what the core, the board and the living city ask for."""

import numpy as np
import pytest

from alongside.core.travel import Mode, Spot, Travel
from alongside.library.areas import Area
from alongside.roads import RoadsRefused, RoadTravel
from alongside.roads.arrays import UNREACHED
from alongside.roads.calibration import Calibration
from alongside.roads.plain import PlainEngine
from alongside.roads.snapping import metres_between
from alongside.roads.speeds import Speeds, weigh
from alongside.roads.streets import Streets

STATE_AND_400_SOUTH = Spot(40_760_600, -111_888_200)
SUGAR_HOUSE = Spot(40_724_500, -111_859_500)
PARIS = Spot(48_850_000, 2_350_000)


def some_spots(count: int, seed: int = 4) -> list[Spot]:
    rng = np.random.default_rng(seed)
    lat, lon = rng.integers(40_600_000, 40_800_000, count), rng.integers(-112_030_000, -111_790_000, count)
    return [Spot(*pair) for pair in zip(lat.tolist(), lon.tolist(), strict=True)]


def test_1_the_core_can_ask_it(travel: RoadTravel) -> None:
    asked: Travel = travel
    (ms,) = asked.drive_ms([STATE_AND_400_SOUTH], SUGAR_HOUSE, Mode.NORMAL)
    assert ms is not None
    assert 6 * 60_000 < ms < 14 * 60_000  # 4.7 km as the crow flies


def test_2_lights_are_never_slower(travel: RoadTravel) -> None:
    spots = some_spots(80)
    both = zip(*(travel.drive_ms(spots, SUGAR_HOUSE, mode) for mode in Mode), strict=True)
    assert all(lights is not None and normal is not None and lights <= normal for normal, lights in both)


def test_3_roads_and_ends_add_up_to_what_plain_dijkstra_gives(travel: RoadTravel) -> None:
    spots = [spot for spot in some_spots(200) if travel.snapper.snap(spot).off_road_m < 60]
    snaps = travel.snapper.snap_all(spots)
    nodes = np.array([snap.node for snap in snaps], dtype=np.int32)
    road = PlainEngine(travel.graph, travel.graph.weights[Mode.NORMAL]).matrix(nodes, nodes[:5])
    for column, to in enumerate(spots[:5]):
        expected = [int(ms) + snap.off_road_ms + snaps[column].off_road_ms for ms, snap in zip(road[:, column], snaps, strict=True)]
        apart = [index for index, snap in enumerate(snaps) if snap.node != snaps[column].node]
        found = travel.drive_ms(spots, to, Mode.NORMAL)
        assert len(apart) > 40
        assert [found[index] for index in apart] == [expected[index] for index in apart]


def test_4_nothing_is_at_no_distance_but_the_very_spot(travel: RoadTravel, area: Area) -> None:
    post = area.posts[0].spot
    beside = Spot(post.lat + 200, post.lon)
    assert travel.drive_ms([post, beside], post, Mode.LIGHTS)[0] == 0
    assert travel.drive_ms([post, beside], post, Mode.LIGHTS)[1] == travel.speeds.off_road_ms(metres_between(post, beside))


def test_5_where_no_road_leads_there_is_no_time(travel: RoadTravel) -> None:
    assert travel.drive_ms([PARIS, SUGAR_HOUSE], STATE_AND_400_SOUTH, Mode.NORMAL)[0] is None
    assert travel.drive_ms([SUGAR_HOUSE], PARIS, Mode.NORMAL) == (None,)
    assert travel.drive_ms([], PARIS, Mode.NORMAL) == ()


@pytest.mark.parametrize("spot", [Spot(91_000_000, 0), Spot(40_000_000, -180_000_001), Spot(0, 0)])
def test_6_absurd_coordinates_are_refused_in_a_sentence(travel: RoadTravel, spot: Spot) -> None:
    with pytest.raises(RoadsRefused, match=r"^The coordinate .*\.$"):
        travel.drive_ms([SUGAR_HOUSE], spot, Mode.NORMAL)


def test_7_the_nearest_come_in_order_and_the_unreachable_never(travel: RoadTravel) -> None:
    spots = [PARIS, *some_spots(30), SUGAR_HOUSE]
    nearest = travel.nearest(spots, SUGAR_HOUSE, Mode.LIGHTS, 40)
    assert nearest[0] == (31, 0)
    assert len(nearest) == 31
    assert [ms for _, ms in nearest] == sorted(ms for _, ms in nearest)
    assert travel.matrix_ms(spots[:2], [SUGAR_HOUSE, PARIS], Mode.NORMAL)[0] == (None, None)


def test_8_new_speeds_are_another_version(speeds: Speeds, square: Streets) -> None:
    graph = weigh(square, speeds)
    plain = RoadTravel(graph, speeds, "square-1")
    calibrated = RoadTravel(graph, speeds, "square-1", Calibration(permille=(1500, 1000)))
    assert plain.version != calibrated.version
    assert plain.version == RoadTravel(graph, speeds, "square-1").version
    ends = [square.spot(0)], square.spot(2)
    assert calibrated.drive_ms(*ends, Mode.NORMAL)[0] == plain.drive_ms(*ends, Mode.NORMAL)[0] * 3 // 2  # type: ignore[operator]


def test_9_reweighting_reaches_drive_times_and_routes_alike(speeds: Speeds, square: Streets) -> None:
    travel = RoadTravel(weigh(square, speeds), speeds, "square-1")
    before = travel.drive_ms([square.spot(0)], square.spot(2), Mode.NORMAL)[0]
    given = len(travel.graph.order)
    travel.reweight(np.full((2, given), 1_000_000, dtype=np.int32))
    after = travel.drive_ms([square.spot(0)], square.spot(2), Mode.NORMAL)[0]
    route = travel.route(square.spot(0), square.spot(2), Mode.NORMAL)
    assert before != after == 2_000_000
    assert route is not None
    assert route.at_ms[-2] == 2_000_000


def test_10_every_node_of_the_bundled_roads_reaches_every_other(travel: RoadTravel) -> None:
    some = np.arange(0, travel.graph.node_count, 997, dtype=np.int32)
    assert (travel.engines[Mode.NORMAL].matrix(some, some) < UNREACHED).all()
