"""Counts by hour: a Poisson regression on hour and weekday, held back from following noise, with negative-binomial intervals.

log mean = level + waves of the day (6) + weekday + waves of each weekday (3), each coefficient drawn toward nothing by a ridge penalty
that grows with the wave's frequency. The level follows the last weeks, each older one counting 0.7 of the next. Intervals hold
the noise of counts, what hours vary beyond it (moments), and how far whole weeks stray from the level. It knows no holidays and no
trend. A library of forecasts (statsmodels, prophet) would bring more packages than this page has lines, and no better score here.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from alongside.evaluate.forecast.hours import DAY, LEAST_DAYS, WEEK, Hours, TooShort, week_hours

QUANTILES = (0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95)
DAY_WAVES, WEEKDAY_WAVES = 6, 3
OLDER = 0.7


@dataclass(frozen=True)
class Fit:
    """``mean``: expected calls in each hour of a week from Monday midnight, shape (168,). ``hourly``, ``weekly``: variance of an hour, and
    of a whole week, relative to the square of its mean, beyond the noise of counts."""

    mean: np.ndarray
    hourly: float
    weekly: float


@dataclass(frozen=True)
class Forecast:
    """``mean``: shape (H,) from midnight of the day after the history. ``quantiles``: shape (H, 7) at `QUANTILES`.
    ``day_mean``: shape (D,); ``day_quantiles``: shape (D, 7), of whole days, which are surer than their hours."""

    mean: np.ndarray
    quantiles: np.ndarray
    day_mean: np.ndarray
    day_quantiles: np.ndarray


def columns() -> tuple[np.ndarray, np.ndarray]:
    """The regression's columns for the 168 hours of a week, and the penalty of each."""
    hour, weekday = np.arange(WEEK) % DAY, np.arange(WEEK) // DAY
    waves = [turn(2 * np.pi * k * hour / DAY) for k in range(1, DAY_WAVES + 1) for turn in (np.cos, np.sin)]
    penalty = [1e-6, *(0.1 * k * k for k in range(1, DAY_WAVES + 1) for _ in "cs")]
    found = [np.ones(WEEK), *waves]
    for day in range(7):
        here = (weekday == day).astype(float)
        found += [here, *(here * wave for wave in waves[: 2 * WEEKDAY_WAVES])]
        penalty += [1.0, *(10.0 * k * k for k in range(1, WEEKDAY_WAVES + 1) for _ in "cs")]
    return np.stack(found, axis=1), np.array(penalty)


def fit(past: Hours) -> Fit:
    """Learn from a history. Raises `TooShort` below two weeks."""
    if past.days < LEAST_DAYS:
        raise TooShort(past.days, LEAST_DAYS)
    which = week_hours(past.start, len(past.counts))
    shape = week_shape(np.bincount(which, past.counts, WEEK), np.bincount(which, minlength=WEEK).astype(float))
    expected = shape[which]
    beyond = float(((past.counts - expected) ** 2 - expected).sum() / (expected**2).sum())
    weeks = past.days // 7
    seen, due = (part[-weeks * WEEK :].reshape(weeks, WEEK).sum(axis=1) for part in (past.counts, expected))
    ratio, weight = seen / np.maximum(due, 1e-9), OLDER ** np.arange(weeks)[::-1]
    weekly = float(np.var(ratio, ddof=1) - np.mean(1 / np.maximum(due, 1e-9)))
    return Fit(shape * max(float(ratio @ weight / weight.sum()), 1e-9), max(beyond, 1e-6), max(weekly, 0.0))


def week_shape(calls: np.ndarray, seen: np.ndarray) -> np.ndarray:
    """Expected calls an hour over a week: ``calls`` in each of the 168 hours, each of which was ``seen`` so many times."""
    matrix, penalty = columns()
    found = np.zeros(matrix.shape[1])
    found[0] = np.log(max(calls.sum(), 0.5) / seen.sum())
    for _ in range(50):
        mean = seen * np.exp(matrix @ found)
        slope = matrix.T @ (calls - mean) - penalty * found
        step = np.linalg.solve((matrix.T * mean) @ matrix + np.diag(penalty), slope)
        found = found + np.clip(step, -3, 3)
        if np.abs(step).max() < 1e-9:
            break
    return np.asarray(np.exp(matrix @ found))


def predict(past: Hours, learned: Fit, days: int) -> Forecast:
    """The days after the history."""
    mean = learned.mean[week_hours(past.end, days * DAY)]
    hourly = spread(mean, mean + (learned.hourly + learned.weekly) * mean**2)
    by_day = mean.reshape(days, DAY)
    day_mean = by_day.sum(axis=1)
    variance = (by_day + learned.hourly * by_day**2).sum(axis=1) + learned.weekly * day_mean**2
    return Forecast(mean, hourly, day_mean, spread(day_mean, variance))


def spread(mean: np.ndarray, variance: np.ndarray) -> np.ndarray:
    """Quantiles of counts with this mean and variance (at least the mean's), shape (…, 7)."""
    from scipy.stats import nbinom  # noqa: PLC0415  (takes a second, which who only opens a planning page need not wait)

    size = mean**2 / np.maximum(variance - mean, 1e-12)
    return np.asarray(nbinom.ppf(np.array(QUANTILES), size[:, None], (size / (size + mean))[:, None]))
