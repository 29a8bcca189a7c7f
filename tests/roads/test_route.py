"""The way itself, and where a crew is on it."""

from itertools import pairwise

import pytest

from alongside.core.travel import Mode, Spot
from alongside.roads import RoadTravel
from alongside.roads.route import Route
from alongside.roads.snapping import metres_between

FROM, TO = Spot(40_792_000, -111_929_000), Spot(40_660_000, -111_888_000)


@pytest.fixture
def route(travel: RoadTravel) -> Route:
    found = travel.route(FROM, TO, Mode.LIGHTS)
    assert found is not None
    return found


def test_1_a_route_takes_as_long_as_the_drive_time(route: Route, travel: RoadTravel) -> None:
    assert (route.ms,) == travel.drive_ms([FROM], TO, Mode.LIGHTS)
    assert route.at_ms[-1] == route.ms
    assert (route.line[0], route.line[-1]) == (FROM, TO)


def test_2_its_times_only_grow_and_its_steps_are_short(route: Route) -> None:
    assert len(route.line) == len(route.at_ms)
    assert all(before <= after for before, after in pairwise(route.at_ms))
    assert max(metres_between(*pair) for pair in pairwise(route.line)) < 1500


def test_3_a_crew_moves_along_it_without_leaps(route: Route) -> None:
    places = [route.position(ms) for ms in range(0, route.ms, 5_000)]
    assert places[0] == FROM
    assert max(metres_between(*pair) for pair in pairwise(places)) < 200  # 5 s at 130 km/h is 180 m
    assert route.position(-1) == FROM
    assert route.position(route.ms) == route.position(route.ms + 1) == TO


def test_4_half_way_between_two_bends_is_half_way_in_time() -> None:
    route = Route(100, (Spot(0, 0), Spot(10, 20), Spot(10, 40)), (0, 50, 100))
    assert route.position(25) == Spot(5, 10)
    assert route.position(75) == Spot(10, 30)


def test_5_no_road_no_route_and_next_door_is_straight_across(travel: RoadTravel) -> None:
    assert travel.route(FROM, Spot(48_850_000, 2_350_000), Mode.NORMAL) is None
    beside = Spot(FROM.lat, FROM.lon + 1)
    across = travel.route(FROM, beside, Mode.NORMAL)
    assert across is not None
    assert across.line == (FROM, beside)
