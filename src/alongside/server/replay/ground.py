"""Ground to drive on where there is no map: a grid of streets over the beats, every one of its times labelled as modelled."""

from collections.abc import Sequence
from dataclasses import replace
from math import cos, radians

import numpy as np

from alongside.core.geography.distance import metres_between
from alongside.core.travel import Spot
from alongside.library.areas import Area, Post, load_area
from alongside.roads.speeds import read_speeds, weigh
from alongside.roads.streets import BOTH_WAYS, UNNAMED, Streets
from alongside.roads.travel import RoadTravel
from alongside.server.replay.places import Beats
from alongside.server.replay.sources import Source

BLOCK_M = 400
MAIN_EVERY = 4  # every fourth street is a main street
FAR_M = 4_000  # no streets farther than this from any beat's middle: bay, ocean, hills
POSTS = 9
KINDS = ("residential", "secondary")


def make_ground(source: Source, beats: Beats) -> tuple[Area, RoadTravel, Streets]:
    """The area, its drive times and the streets they are over: every 400 m around the beats; posts where they lie best among the calls."""
    middles = list(beats.middles.values())
    home = load_area("salt-lake-city")
    streets = lay_grid([*middles, *bridge(middles)])
    speeds = read_speeds(home.speeds)
    posts = tuple(Post(f"post-{beat}", f"Beat {beat} (modelled)", beats.middles[beat]) for beat in choose_posts(beats))
    low = Spot(min(spot.lat for spot in middles) - 20_000, min(spot.lon for spot in middles) - 20_000)
    high = Spot(max(spot.lat for spot in middles) + 20_000, max(spot.lon for spot in middles) + 20_000)
    area = replace(
        home, name=source.name, title=f"{source.title} (grid roads, modelled)", zone=source.zone, bounds=(low, high), beats=(), posts=posts,
        facilities=(), neighbourhoods=(), streets={},
        attribution=f"{source.licence}; streets are a modelled grid", grid=None, calibration=None,
        invented="Streets are a grid, posts are middles of beats, crews and people are invented. Calls are real.",
        limits=("Roads are a grid of streets every 400 m: every drive time is modelled.",),
    )  # fmt: skip
    return area, RoadTravel(weigh(streets, speeds), speeds, f"{source.name}-grid-{BLOCK_M}m"), streets


def bridge(middles: Sequence[Spot]) -> list[Spot]:
    """Spots along the shortest tree that joins the beats, so that districts apart from the rest can be driven to."""
    joined, apart = [middles[0]], list(middles[1:])
    spots: list[Spot] = []
    while apart:
        near, far = min(((one, other) for one in joined for other in apart), key=lambda pair: metres_between(*pair))
        steps = metres_between(near, far) // FAR_M
        spots += [_along(near, far, step / (steps + 1)) for step in range(1, steps + 1)]
        apart.remove(far)
        joined.append(far)
    return spots


def _along(one: Spot, other: Spot, share: float) -> Spot:
    return Spot(round(one.lat + share * (other.lat - one.lat)), round(one.lon + share * (other.lon - one.lon)))


def lay_grid(middles: Sequence[Spot]) -> Streets:
    """Nodes every block that lie near a beat, joined north-south and east-west."""
    step_lat = round(BLOCK_M / 0.11132)
    step_lon = round(step_lat / cos(radians(middles[0].lat / 1e6)))
    low_lat, low_lon = min(spot.lat for spot in middles) - 40_000, min(spot.lon for spot in middles) - 48_000
    rows, columns = (
        (max(spot[axis] for spot in middles) + 40_000 - low) // step for axis, low, step in ((0, low_lat, step_lat), (1, low_lon, step_lon))
    )
    number: dict[tuple[int, int], int] = {}
    for row in range(rows):
        for column in range(columns):
            here = Spot(low_lat + row * step_lat, low_lon + column * step_lon)
            if any(metres_between(here, middle) <= FAR_M for middle in middles):
                number[row, column] = len(number)
    return _join(number, (low_lat, low_lon), (step_lat, step_lon))


def _join(number: dict[tuple[int, int], int], low: tuple[int, int], step: tuple[int, int]) -> Streets:
    north = [
        (one, number[row + 1, column], column % MAIN_EVERY == 0) for (row, column), one in number.items() if (row + 1, column) in number
    ]
    east = [(one, number[row, column + 1], row % MAIN_EVERY == 0) for (row, column), one in number.items() if (row, column + 1) in number]
    tail, head, is_main = (np.array(part, dtype=np.int32) for part in zip(*north, *east, strict=True))
    size = len(tail)
    return Streets(
        lat=np.array([low[0] + row * step[0] for row, _ in number], dtype=np.int32),
        lon=np.array([low[1] + column * step[1] for _, column in number], dtype=np.int32),
        tail=tail, head=head, length_cm=np.full(size, BLOCK_M * 100, dtype=np.int32), kind=is_main,
        flow=np.full(size, BOTH_WAYS, dtype=np.int32), limit_kmh=np.zeros(size, dtype=np.int32),
        name=np.full(size, UNNAMED, dtype=np.int32),
        kinds=KINDS, names=(),
    )  # fmt: skip


def choose_posts(beats: Beats) -> list[str]:
    """Bases one after the other where they shorten the way to most calls: greedy, by straight distance, ties by name."""
    chosen: list[str] = []
    nearest = dict.fromkeys(beats.middles, 10**9)
    while len(chosen) < min(POSTS, len(beats.middles)):
        best = min(sorted(beats.middles), key=lambda beat: _total(beats, nearest, beat))
        chosen.append(best)
        nearest = {beat: min(far, metres_between(beats.middles[beat], beats.middles[best])) for beat, far in nearest.items()}
    return chosen


def _total(beats: Beats, nearest: dict[str, int], post: str) -> int:
    at = beats.middles[post]
    return sum(beats.calls[beat] * min(far, metres_between(at, beats.middles[beat])) for beat, far in nearest.items())
