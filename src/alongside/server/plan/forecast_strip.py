"""The forecast as drawings: a strip of hours by warmth, and a line with its interval."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _

from alongside.evaluate.forecast.hours import DAY
from alongside.evaluate.forecast.whole import Whole
from alongside.server.plan.figures import say

CELL, LEFT, TOP = 20, 84, 18
WIDE, HIGH, FOOT = 1008, 200, 18


@dataclass(frozen=True)
class Cell:
    """One hour: where it is drawn, how warm (0.04 to 1), and its words."""

    x: int
    y: int
    warmth: float
    day: date
    hour: int
    mean: float
    named: bool = True


@dataclass(frozen=True)
class Heat:
    """Rows are days, columns hours."""

    cells: tuple[Cell, ...]
    days: tuple[tuple[int, date], ...]  # baseline of its label, day
    hours: tuple[tuple[int, int], ...]  # left of its label, hour
    width: int
    height: int
    scale: str  # what the fullest square stands for, and when it is


def draw_heat(whole: Whole) -> Heat:
    """The fourteen days to come."""
    return heat(whole.told.mean, whole.past.end, named=True)


def draw_week(counts: np.ndarray, *, named: bool) -> Heat:
    """A week by weekday and hour, shape (7, 24); without ``named`` no square says its number."""
    return heat(counts.ravel(), date(2024, 1, 1), named)  # a Monday


def heat(values: np.ndarray, first: date, named: bool) -> Heat:
    """The warmest hour is drawn full."""
    most = max(float(values.max()), 1e-9)
    cells = tuple(
        Cell(LEFT + at % DAY * CELL, TOP + at // DAY * CELL, max(0.04, round(float(value) / most, 3)),
             first + timedelta(days=at // DAY), at % DAY, float(value), named)
        for at, value in enumerate(values)
    )  # fmt: skip
    count = len(values) // DAY
    days = tuple((TOP + row * CELL + 14, first + timedelta(days=row)) for row in range(count))
    hours = tuple((LEFT + hour * CELL, hour) for hour in range(0, DAY, 6))
    return Heat(cells, days, hours, LEFT + DAY * CELL, TOP + count * CELL, say_scale(max(cells, key=lambda one: one.mean), named))


def say_scale(fullest: Cell, named: bool) -> str:
    """What the colors stand for; to a reader who is told no single hour's count, only which way they go."""
    if not named:
        return str(_("From few to most calls."))
    digits = 0 if fullest.mean == round(fullest.mean) else 2
    told = {"most": say(fullest.mean, digits), "day": WEEKDAYS[fullest.day.weekday()], "hour": fullest.hour}
    return str(_("From none to %(most)s calls in the hour: %(day)s, %(hour)s:00.") % told)


@dataclass(frozen=True)
class Band:
    """SVG paths: between the 5 % and 95 % quantile, between the quartiles, and the mean; the scale's marks and the days."""

    wide: str
    narrow: str
    line: str
    marks: tuple[tuple[int, int], ...]  # y, calls
    days: tuple[tuple[int, date], ...]  # x, day
    width: int = WIDE
    height: int = HIGH + FOOT
    base: int = HIGH


def draw_band(whole: Whole) -> Band:
    """Hours to the right, calls upwards."""
    told = whole.told
    most = max(float(told.quantiles[:, -1].max()), 1.0)
    step = WIDE / len(told.mean)
    y = HIGH - np.concatenate([told.quantiles, told.mean[:, None]], axis=1) / most * (HIGH - 12)
    marks = sorted({int(round(most * part)) for part in (0, 0.5, 1)})
    days = tuple((round(at * step), whole.past.end + timedelta(days=at // DAY)) for at in range(0, len(told.mean), 2 * DAY))
    return Band(
        area(y[:, 0], y[:, 6], step), area(y[:, 2], y[:, 4], step), "M" + " L".join(points(y[:, 7], step)),
        tuple((round(HIGH - mark / most * (HIGH - 12)), mark) for mark in marks), days,
    )  # fmt: skip


def area(low: np.ndarray, high: np.ndarray, step: float) -> str:
    return "M" + " L".join([*points(high, step), *reversed(points(low, step))]) + "Z"


def points(y: np.ndarray, step: float) -> list[str]:
    return [f"{(at + 0.5) * step:.1f} {value:.1f}" for at, value in enumerate(y)]
