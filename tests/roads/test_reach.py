"""How far a crew gets."""

import json

import numpy as np

from alongside.core.travel import Mode, Spot
from alongside.library.areas import Area
from alongside.roads import RoadTravel
from alongside.roads.arrays import UNREACHED
from alongside.roads.reach import reach, reach_geojson

FIVE, TEN = 300_000, 600_000


def test_1_what_is_reached_is_what_drive_times_say(travel: RoadTravel, area: Area) -> None:
    post = area.posts[0].spot
    ms = reach(travel, post, TEN, Mode.NORMAL)
    some = np.arange(0, travel.graph.node_count, 613)
    spots = [Spot(int(travel.graph.lat[node]), int(travel.graph.lon[node])) for node in some]
    for node, spot in zip(some, spots, strict=True):
        (drive_ms,) = travel.drive_ms([post], spot, Mode.NORMAL)
        assert drive_ms is not None
        assert ms[node] == (drive_ms if drive_ms <= TEN else UNREACHED)


def test_2_lights_reach_farther_and_nobody_reaches_nothing_in_no_time(travel: RoadTravel, area: Area) -> None:
    normal, lights = ((reach(travel, area.posts[0].spot, FIVE, mode) < UNREACHED).sum() for mode in Mode)
    assert 0 < normal < lights
    assert (reach(travel, Spot(48_850_000, 2_350_000), FIVE, Mode.NORMAL) == UNREACHED).all()


def test_3_bands_are_drawn_nearest_first_and_never_twice(travel: RoadTravel, area: Area) -> None:
    drawn = json.loads(reach_geojson(travel, area.posts[0].spot, [TEN, FIVE], Mode.NORMAL))
    near, far = drawn["features"]
    assert [near["properties"], far["properties"]] == [{"within_ms": FIVE, "beyond_ms": 0}, {"within_ms": TEN, "beyond_ms": FIVE}]
    one, other = ({tuple(map(tuple, line)) for line in band["geometry"]["coordinates"]} for band in (near, far))
    assert one
    assert other
    assert not one & other
