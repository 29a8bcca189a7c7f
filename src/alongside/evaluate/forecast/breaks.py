"""Days from which a history counts differently: a new extraction rule, a merged centre. Nothing should be learned across one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from alongside.evaluate.forecast.hours import Hours

EDGE_DAYS = 14  # on each side; a week with a holiday is no break
LEAST_STEP = 0.15  # smaller steps are lived with
LEAST_DEVIATIONS = 6.0  # of the step's own standard error; days vary more than Poisson, and many days are tried
NEAR_DAYS = 3


@dataclass(frozen=True)
class Break:
    """From ``day`` on ``after`` calls a day instead of ``before``. ``era``: what the mapping calls the rule that begins there, or ""."""

    day: date
    before: float
    after: float
    era: str

    @property
    def step(self) -> float:
        """0.4 is two fifths more."""
        return self.after / self.before - 1


def find_breaks(past: Hours, eras: Mapping[str, date]) -> list[Break]:
    """Every break, in order: the sharpest step first, then the same within both sides."""
    days = past.by_day()
    return [named(past, days, at, low, high, eras) for low, at, high in sorted(split(days, 0, len(days)), key=lambda one: one[1])]


def last_steady(past: Hours, breaks: list[Break]) -> Hours:
    """The history since the last break."""
    return past.between((breaks[-1].day - past.start).days, past.days) if breaks else past


def split(days: np.ndarray, low: int, high: int) -> list[tuple[int, int, int]]:
    """(from, break, to) of every break between ``low`` and ``high``."""
    at = sharpest(days[low:high])
    if at is None:
        return []
    at += low
    return [(low, at, high), *split(days, low, at), *split(days, at, high)]


def sharpest(days: np.ndarray) -> int | None:
    """The day at which a step explains most, if the step is large, sure, and explains more than a slope would."""
    tried = range(EDGE_DAYS, len(days) - EDGE_DAYS + 1)
    left = {at: squares(days[:at]) + squares(days[at:]) for at in tried}
    if not left:
        return None
    at = min(left, key=lambda one: (left[one], one))
    before, after = float(days[:at].mean()), float(days[at:].mean())
    error = np.sqrt(left[at] / max(len(days) - 2, 1) * (1 / at + 1 / (len(days) - at)))
    sure = abs(after - before) > LEAST_DEVIATIONS * error
    large = before > 0 and abs(after / before - 1) > LEAST_STEP
    return at if sure and large and left[at] < slope_squares(days) else None


def squares(days: np.ndarray) -> float:
    """Sum of squares about the mean."""
    return float(((days - days.mean()) ** 2).sum())


def slope_squares(days: np.ndarray) -> float:
    """Sum of squares about a straight line."""
    at = np.arange(len(days))
    return float(((days - np.polyval(np.polyfit(at, days, 1), at)) ** 2).sum())


def named(past: Hours, days: np.ndarray, at: int, low: int, high: int, eras: Mapping[str, date]) -> Break:
    day = past.start + timedelta(days=at)
    era = next((name for name, begun in eras.items() if abs((begun - day).days) <= NEAR_DAYS), "")
    day = eras.get(era, day)
    at = (day - past.start).days
    return Break(day, float(days[low:at].mean()), float(days[at:high].mean()), era)
