"""When calls come in: hours of the week since the history last changed how it counts, seasons and growth where it is long enough."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import numpy as np

from alongside.evaluate.fitting.measured import HourOfDay, Part, Score
from alongside.evaluate.forecast.breaks import Break, find_breaks
from alongside.evaluate.forecast.hours import DAY, LEAST_DAYS, WEEK, Hours, TooShort, read_hours, week_hours
from alongside.evaluate.forecast.model import week_shape
from alongside.evaluate.forecast.score import score

YEAR_DAYS = 365


@dataclass(frozen=True)
class Arrivals:
    """See :class:`alongside.evaluate.fitting.measured.Measured` for what each is."""

    parts: tuple[Part, ...]
    per_day: float
    weekly: tuple[float, ...] = ()
    seasons: tuple[float, ...] = ()
    yearly: float | None = None
    hours: tuple[HourOfDay, ...] = ()
    spread: float | None = None
    score: Score | None = None
    breaks: tuple[Break, ...] = ()


def list_arrivals(file: Path, zone: ZoneInfo, wanted: str, calls: int, days: float, until: date | None) -> Arrivals:
    """Of ``calls`` wanted calls over ``days``. Whole days only; fewer than two weeks of them tell how many, and not when."""
    try:
        everything, eras = read_hours(file, zone, "all")
        known = everything if wanted == "all" else read_hours(file, zone, wanted)[0]
    except TooShort:
        return Arrivals((Part("hours", calls, "short"), *long_parts(0)), calls / max(days, 1))
    everything, known = before(everything, until), before(known, until)
    breaks = tuple(find_breaks(everything, eras))
    past = since(known, breaks)
    per_day = float(past.counts.sum()) / max(past.days, 1) if past.days else calls / max(days, 1)
    if past.days < LEAST_DAYS:
        return Arrivals((Part("hours", calls, "short"), *long_parts(past.days)), per_day, breaks=breaks)
    weekly, hours, beyond = fit_week(past)
    parts = (Part("hours", int(past.counts.sum())), *long_parts(past.days))
    return Arrivals(parts, per_day, weekly, seasons_of(past), yearly_of(past), hours, beyond, held_back(past), breaks)


def before(past: Hours, until: date | None) -> Hours:
    """Without the days from ``until`` on."""
    return past if until is None else past.between(0, max(0, min(past.days, (until - past.start).days)))


def since(known: Hours, breaks: tuple[Break, ...]) -> Hours:
    """The days from the last break on."""
    return known.between(max(0, (breaks[-1].day - known.start).days), known.days) if breaks else known


def fit_week(past: Hours) -> tuple[tuple[float, ...], tuple[HourOfDay, ...], float]:
    """Means of the 168 hours, each hour of the day seen beside fitted, and how much hours vary beyond a count's noise."""
    from scipy.stats import poisson  # noqa: PLC0415  (takes a second)

    which = week_hours(past.start, len(past.counts))
    shape = week_shape(np.bincount(which, past.counts, WEEK), np.bincount(which, minlength=WEEK).astype(float))
    due, hour = shape[which], np.arange(len(which)) % DAY
    seen_of, due_of = np.bincount(hour, past.counts, DAY), np.bincount(hour, due, DAY)
    low, high = (np.asarray(poisson.ppf(share, due_of)) for share in (0.025, 0.975))
    hours = tuple(HourOfDay(*(float(value) / past.days for value in row)) for row in zip(seen_of, due_of, low, high, strict=True))
    beyond = float(((past.counts - due) ** 2 / np.maximum(due, 1e-9)).sum() / len(due))
    return tuple(float(value) for value in shape), hours, beyond


def long_parts(days: int) -> tuple[Part, ...]:
    """What only a long history says."""
    return (
        Part("seasons", days, "" if days >= YEAR_DAYS else "short"),
        Part("yearly", days, "" if days >= 2 * YEAR_DAYS else "short"),
    )


def seasons_of(past: Hours) -> tuple[float, ...]:
    """Calls a day by month beside the mean of the months; a whole year is needed."""
    if past.days < YEAR_DAYS:
        return ()
    months = np.array([(past.start + timedelta(days=day)).month - 1 for day in range(past.days)])
    by_month = np.bincount(months, past.by_day(), 12) / np.maximum(np.bincount(months, minlength=12), 1)
    return tuple(float(value) for value in by_month / max(by_month.mean(), 1e-9))


def yearly_of(past: Hours) -> float | None:
    """The last year beside the one before; two are needed."""
    if past.days < 2 * YEAR_DAYS:
        return None
    days = past.by_day()
    return float(days[-YEAR_DAYS:].sum() / max(days[-2 * YEAR_DAYS : -YEAR_DAYS].sum(), 1.0) - 1)


def held_back(past: Hours) -> Score | None:
    """What the forecast's own trial on weeks held back came to."""
    found = score(past)
    return None if found is None else Score(found.better, found.inside, 2 * len(found.trials))
