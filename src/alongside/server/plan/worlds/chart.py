"""The fit by hour of the day as a drawing: what was fitted, within what counts may stray from it, and what was seen."""

from dataclasses import dataclass

import numpy as np

from alongside.evaluate.fitting.measured import HourOfDay
from alongside.server.plan.forecast_strip import area, points

STEP, HIGH, FOOT = 30, 160, 18


@dataclass(frozen=True)
class Dot:
    """One hour as it was seen; ``fits``: within the interval."""

    x: float
    y: float
    hour: int
    seen: float
    fits: bool


@dataclass(frozen=True)
class HourChart:
    """SVG paths and dots; hours to the right, calls a day upwards."""

    wide: str
    line: str
    dots: tuple[Dot, ...]
    marks: tuple[tuple[int, str], ...]  # y, calls a day
    hours: tuple[tuple[int, int], ...]  # x, hour
    width: int = STEP * 24
    height: int = HIGH + FOOT
    base: int = HIGH


def draw_hours(hours: tuple[HourOfDay, ...], shows: bool) -> HourChart:
    """The 24 hours; without ``shows`` no hour says what was seen in it."""
    told = np.array([(one.low, one.fitted, one.high, one.seen) for one in hours])
    most = max(float(told.max()), 1e-9)
    y = HIGH - told / most * (HIGH - 12)
    dots = tuple(Dot(STEP * (hour + 0.5), round(float(y[hour, 3]), 1), hour, one.seen, one.fits) for hour, one in enumerate(hours) if shows)
    marks = tuple((round(HIGH - share * (HIGH - 12)), f"{most * share:.2g}") for share in (0, 0.5, 1))
    ticks = tuple((STEP * hour, hour) for hour in range(0, 24, 3))
    return HourChart(area(y[:, 0], y[:, 2], STEP), "M" + " L".join(points(y[:, 1], STEP)), dots, marks, ticks)
