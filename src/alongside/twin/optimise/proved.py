"""What the twin found of a candidate: the share of calls somebody came to in time, run by run, with its interval."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf, sqrt
from pathlib import Path
from statistics import fmean, stdev

import polars as pl
from scipy.special import stdtrit

from alongside.twin.planning.patterns import BIN_MS

MINUTE, SURE = 60_000, 0.95


@dataclass(frozen=True)
class Proved:
    """A mean of runs and its interval (Student), 0 to 1; one run alone has an interval without ends."""

    mean: float
    low: float
    high: float
    runs: int

    def holds(self, promised: float) -> bool:
        """Whether the promise lies within the interval."""
        return self.low <= promised <= self.high


def read_proved(folder: Path, within_min: int) -> dict[str, Proved]:
    """By side, from the parts that are finished; nothing where none is. Calls to which nobody was sent count as not reached."""
    parts = sorted(folder.glob("*.parquet"))
    if not parts:
        return {}
    runs = pl.concat([pl.read_parquet(part, columns=["plan", "seed", "responses", "never_sent"]) for part in parts])
    shares: dict[str, dict[int, float]] = {}
    for name, seed, responses, never_sent in runs.iter_rows():
        whole = sum(responses) + never_sent
        if whole:
            shares.setdefault(name, {})[seed] = sum(responses[: within_min * MINUTE // BIN_MS]) / whole
    return {name: interval(list(found.values())) for name, found in shares.items()}


def interval(shares: Sequence[float]) -> Proved:
    """Of the mean of these runs."""
    mean, half = fmean(shares), inf
    if len(shares) > 1:
        half = float(stdtrit(len(shares) - 1, 0.5 + SURE / 2)) * stdev(shares) / sqrt(len(shares))
    return Proved(mean, max(0.0, mean - half), min(1.0, mean + half), len(shares))
