"""How well it would have done: forecasts from earlier weeks against what came, beside saying “as last week”."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from alongside.evaluate.forecast.hours import DAY, LEAST_DAYS, WEEK, Hours
from alongside.evaluate.forecast.model import QUANTILES, Forecast, fit, predict

HORIZON_DAYS = 14
MOST_TRIALS = 6


@dataclass(frozen=True)
class Trial:
    """One forecast made as of ``made`` for the two weeks after. ``loss``: mean pinball loss over hours and quantiles; ``plain``: that of
    last week's counts; ``inside``: share of hours within the 90 % interval; ``came``, ``due``: calls in all."""

    made: date
    loss: float
    plain: float
    inside: float
    came: float
    due: float


@dataclass(frozen=True)
class Score:
    """All trials. ``better``: by how much the loss is less than the plain one's, 0.2 is a fifth."""

    trials: tuple[Trial, ...]

    @property
    def better(self) -> float:
        """Over all trials together."""
        return 1 - sum(one.loss for one in self.trials) / max(sum(one.plain for one in self.trials), 1e-12)

    @property
    def inside(self) -> float:
        """Mean share within the 90 % interval."""
        return sum(one.inside for one in self.trials) / len(self.trials)


def pinball(came: np.ndarray, quantiles: np.ndarray) -> float:
    """Mean over hours and `QUANTILES` of the pinball loss (Koenker & Bassett 1978). ``came``: (H,), ``quantiles``: (H, 7)."""
    off = came[:, None] - quantiles
    share = np.array(QUANTILES)
    return float(np.maximum(share * off, (share - 1) * off).mean())


def as_last_week(past: Hours, days: int) -> np.ndarray:
    """Seasonal-naive quantiles, shape (24 × days, 7): the last week again, spread as weeks have differed from the one before."""
    differences = past.counts[WEEK:] - past.counts[:-WEEK]
    again = np.tile(past.counts[-WEEK:], days // 7 + 1)[: days * DAY]
    return np.asarray(np.maximum(again[:, None] + np.quantile(differences, QUANTILES), 0))


def score(past: Hours) -> Score | None:
    """A forecast from each whole week that leaves two weeks after it and two before; the last few. None where there is none."""
    made = range(past.days - HORIZON_DAYS, LEAST_DAYS - 1, -7)
    trials = [trial(past, one) for one in list(made)[:MOST_TRIALS]]
    return Score(tuple(reversed(trials))) if trials else None


def trial(past: Hours, made: int) -> Trial:
    """The forecast of day ``made`` for the two weeks after it."""
    known = past.between(0, made)
    came = past.between(made, made + HORIZON_DAYS).counts
    told: Forecast = predict(known, fit(known), HORIZON_DAYS)
    inside = float(((came >= told.quantiles[:, 0]) & (came <= told.quantiles[:, -1])).mean())
    plain = pinball(came, as_last_week(known, HORIZON_DAYS))
    day = past.start + timedelta(days=made)
    return Trial(day, pinball(came, told.quantiles), plain, inside, float(came.sum()), float(told.mean.sum()))
