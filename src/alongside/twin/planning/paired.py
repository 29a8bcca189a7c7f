"""Two plans on the same calls: differences run by run, so that what chance does to both does not hide what the plan does."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan, sqrt
from statistics import fmean, stdev

from scipy.special import stdtrit

SURE = 0.95
AGREEING = 6  # runs that all differ alike, and would by chance alone once in 2 ** 5


@dataclass(frozen=True)
class Difference:
    """``after`` less ``before``: the mean of the pairs and its interval. ``pairs`` is how many runs stand behind it."""

    before: float
    after: float
    mean: float
    low: float
    high: float
    pairs: int

    @property
    def is_clear(self) -> bool:
        """Whether the interval leaves zero out. Runs that differ by the very same have no spread to tell chance from: it takes six."""
        return (self.low > 0 or self.high < 0) and (self.low < self.high or self.pairs >= AGREEING)

    def is_clear_among(self, figures: int) -> bool:
        """Whether it still is when the clearest of so many figures is picked (Bonferroni): chance is in one of twenty tables, not rows."""
        if not self.is_clear:
            return False
        half, ends = (self.high - self.low) / 2, [stdtrit(self.pairs - 1, 1 - (1 - SURE) / 2 / tried) for tried in (1, figures)]
        return bool(abs(self.mean) > half * ends[1] / ends[0])


def paired(before: Sequence[float], after: Sequence[float], sure: float = SURE) -> Difference:
    """Student's interval of the mean difference; pairs where either is not a number are left out. One pair: an interval without ends.

    Raises ``ValueError`` where the two are not of the same runs, or nothing is left to compare.
    """
    if len(before) != len(after):
        raise ValueError(f"{len(before)} runs before and {len(after)} after: the same seeds must be run with both")
    pairs = [(one, two) for one, two in zip(before, after, strict=True) if not (isnan(one) or isnan(two))]
    if not pairs:
        raise ValueError("nothing to compare: no run counted anybody in both")
    changes = [two - one for one, two in pairs]
    mean, half = fmean(changes), float("inf")
    if len(changes) > 1:
        half = float(stdtrit(len(changes) - 1, 0.5 + sure / 2)) * stdev(changes) / sqrt(len(changes))
    return Difference(fmean(one for one, _ in pairs), fmean(two for _, two in pairs), mean, mean - half, mean + half, len(changes))
