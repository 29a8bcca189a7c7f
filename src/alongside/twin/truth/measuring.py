"""What is held beside each other: the same figures, counted alike for calls that were lived and for runs of the twin."""

from collections.abc import Mapping, Sequence
from math import isnan, sqrt
from statistics import fmean, stdev

import msgspec
import numpy as np
from scipy.special import stdtrit

from alongside.twin.engine import outcomes as o
from alongside.twin.engine import state as st

FIGURES = ("response_median", "response_p90", "without_police", "declined", "taken_along")
SURE = 0.95
MINUTE = 60_000
Row = tuple[int, int, bool, int]  # rang at, first crew on scene at (0: none), police on scene, outcome + 1 (0: not known yet)


class Beside(msgspec.Struct, frozen=True, kw_only=True):
    """One figure as it was lived, and the interval in which the twin expects such a stretch of time: 95 % of them."""

    lived: float
    mean: float
    low: float
    high: float
    runs: int

    @property
    def is_inside(self) -> bool:
        """Whether the lived figure lies where the twin says."""
        return self.low <= self.lived <= self.high


def measure(rows: np.ndarray) -> dict[str, float]:
    """Figures of calls, one row each: minutes and shares of 0 to 1; NaN where nobody was counted."""
    rang, there, police, outcome = rows.T if len(rows) else np.zeros((4, 0))
    came, settled = there > 0, outcome > 0
    response = (there[came] - rang[came]) / MINUTE
    return {
        "response_median": float(np.median(response)) if came.any() else float("nan"),
        "response_p90": float(np.quantile(response, 0.9)) if came.any() else float("nan"),
        "without_police": 1 - share(police[came] > 0),
        "declined": share(outcome[settled] == o.DECLINED + 1),
        "taken_along": share(outcome[settled] == o.TAKEN_ALONG + 1),
    }


def count(rows: np.ndarray) -> dict[str, tuple[int, int]]:
    """What each figure rests on: the calls it counts, and of how many."""
    _rang, there, police, outcome = rows.T if len(rows) else np.zeros((4, 0))
    came, settled = int((there > 0).sum()), int((outcome > 0).sum())
    alone = int(((there > 0) & (police == 0)).sum())
    ends = {name: int((outcome == code + 1).sum()) for name, code in (("declined", o.DECLINED), ("taken_along", o.TAKEN_ALONG))}
    timed = dict.fromkeys(("response_median", "response_p90"), (came, came))
    return {**timed, "without_police": (alone, came), **{name: (part, settled) for name, part in ends.items()}}


def share(which: np.ndarray) -> float:
    """Of these; NaN of none."""
    return float(which.mean()) if len(which) else float("nan")


def rows_of(incidents: np.ndarray) -> np.ndarray:
    """The rows of a run, from either engine's table of needs."""
    return incidents[:, [st.I_TAKEN_AT, st.I_ON_SCENE_AT, st.I_POLICE, st.I_OUTCOME]]


def beside(lived: Mapping[str, float], runs: Sequence[Mapping[str, float]]) -> dict[str, Beside]:
    """Each figure that was counted in life and in at least two runs. The interval is where the next run would lie."""
    found = {}
    for name in FIGURES:
        values = [run[name] for run in runs if not isnan(run[name])]
        if len(values) > 1 and not isnan(lived[name]):
            mean, n = fmean(values), len(values)
            half = float(stdtrit(n - 1, 0.5 + SURE / 2)) * stdev(values) * sqrt(1 + 1 / n)
            found[name] = Beside(lived=lived[name], mean=mean, low=mean - half, high=mean + half, runs=n)
    return found
