"""Intervals: Wilson's for a share (Wilson 1927), order statistics for a quantile (distribution-free, binomial)."""

from math import sqrt
from typing import NamedTuple

Z = 1.959963984540054  # 95 %, two-sided


class Interval(NamedTuple):
    """95 % bounds, in the measure's unit."""

    low: float
    high: float


def wilson(part: int, whole: int) -> Interval | None:
    """Bounds of a share in [0, 1]; None where there is nothing to divide by."""
    if whole == 0:
        return None
    share, z2 = part / whole, Z * Z
    middle = (share + z2 / (2 * whole)) / (1 + z2 / whole)
    half = Z * sqrt(share * (1 - share) / whole + z2 / (4 * whole * whole)) / (1 + z2 / whole)
    return Interval(max(0.0, middle - half), min(1.0, middle + half))


def quantile(ordered: list[int], at: float) -> float | None:
    """The value a share ``at`` of the ordered values does not exceed (linear between neighbours); None where there are none."""
    if not ordered:
        return None
    place = at * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)


def quantile_interval(ordered: list[int], at: float) -> Interval | None:
    """Order-statistic bounds of a quantile (normal approximation of the binomial rank); None below six values."""
    count = len(ordered)
    if count < 6:
        return None
    half = Z * sqrt(count * at * (1 - at))
    low = max(0, int(count * at - half) - 1)
    high = min(count - 1, int(count * at + half) + 1)
    return Interval(float(ordered[low]), float(ordered[high]))
