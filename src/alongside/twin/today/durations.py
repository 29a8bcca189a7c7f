"""How long everything takes in a planning world, from the living city's own figures; in ms, as five quantiles."""

from collections.abc import Mapping
from math import exp

import numpy as np

from alongside.twin.draw import NORMAL
from alongside.twin.draw import Quantiles as Points
from alongside.twin.planning.world import HURRIED, Quantiles
from alongside.twin.world.numbers import SHARES, World

SECOND, MINUTE = 1000, 60_000
# Planning's name, the world's name, its unit.
SAME = (
    ("acknowledge", "acknowledge", SECOND), ("turnout", "turnout", SECOND), ("contact", "arrival_to_contact", MINUTE),
    ("engaged", "on_scene_engaged", MINUTE), ("refused", "on_scene_refused", MINUTE), ("look", "on_scene_unable_to_locate", MINUTE),
    ("wrap", "clear", SECOND), ("by_phone", "by_phone", MINUTE), ("answer", "facility_answer", SECOND), ("door", "drop_off", MINUTE),
    ("door_emergency", "drop_off_emergency", MINUTE), ("stay", "stay", MINUTE), ("stay_emergency", "stay", MINUTE),
    ("taken", "follow_up_taken", MINUTE), ("again", "duplicate_after", MINUTE),
)  # fmt: skip
GRID = (np.arange(400) + 0.5) / 400


def list_durations(world: World) -> dict[str, Quantiles]:
    """Every duration a planning world needs."""
    known = {name: as_ms({**world.seconds, **world.minutes}[ours], unit) for name, ours, unit in SAME}
    return known | {
        "triage": together(world, "first_ring_to_taken", "critical_answers"),
        "ready": as_ms(world.seconds["assign_moderate"], SECOND),
        HURRIED: as_ms(world.seconds["assign"], SECOND),
        "drive_permille": quantiles_of([1000 * world.drive_median * exp(world.drive_sigma * NORMAL.inv_cdf(share)) for share in SHARES]),
    }


def as_ms(points: Points, unit: int) -> Quantiles:
    return quantiles_of([value * unit for _, value in points])


def together(world: World, first: str, then: str) -> Quantiles:
    """One after the other, each taking as long as chance says."""
    one, two = spread(world.seconds, first), spread(world.seconds, then)
    return quantiles_of(np.quantile((one[:, None] + two[None, :]).ravel(), SHARES).tolist())


def spread(world: Mapping[str, Points], name: str) -> np.ndarray:
    """Cases of a duration, in ms, evenly over all shares."""
    shares, values = zip(*world[name], strict=True)
    found: np.ndarray = np.interp(GRID, shares, values) * SECOND
    return found


def quantiles_of(values: list[float]) -> Quantiles:
    """Five whole numbers that rise."""
    first, second, third, fourth, fifth = (round(value) for value in values)
    return first, second, third, fourth, fifth
