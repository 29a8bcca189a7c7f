"""Counter-based dice for kernels: (seed, entity, purpose, n) always gives the same number, in any order, in any process."""

import numpy as np

from alongside.twin.engine.compiling import entry

GOLDEN, FIRST, SECOND = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
S30, S27, S31, S11 = np.uint64(30), np.uint64(27), np.uint64(31), np.uint64(11)
SPAN = 2.0**-53


@entry
def mix(value: np.uint64) -> np.uint64:
    """splitmix64's finalizer (Steele, Lea, Flood 2014): every bit of the counter reaches every bit of the result."""
    value = (value ^ (value >> S30)) * FIRST
    value = (value ^ (value >> S27)) * SECOND
    return value ^ (value >> S31)


@entry
def uniform(seed: int, entity: int, purpose: int, n: int) -> float:
    """Between 0 and 1, neither included."""
    key = mix(mix(np.uint64(seed) + GOLDEN) + np.uint64(purpose * 64 + n) * GOLDEN)
    bits = mix(key ^ mix(np.uint64(entity) + GOLDEN)) >> S11
    return (float(bits) + 0.5) * SPAN


@entry
def choose(cumulative: np.ndarray, share: float) -> int:
    """The index whose part of a rising cumulative sum (last: the whole) holds this share of it."""
    low, high = 0, len(cumulative) - 1
    aim = share * cumulative[high]
    while low < high:
        middle = (low + high) // 2
        if cumulative[middle] > aim:
            high = middle
        else:
            low = middle + 1
    return low


@entry
def at_share(points: np.ndarray, share: float) -> int:
    """A whole number from five quantiles (5, 25, 50, 75, 95 %), straight between them; never below the first nor above the last."""
    if share <= 0.05:
        return int(points[0])
    if share >= 0.95:
        return int(points[4])
    place, below, above = 0, 0.05, 0.25
    if share > 0.75:
        place, below, above = 3, 0.75, 0.95
    elif share > 0.5:
        place, below, above = 2, 0.5, 0.75
    elif share > 0.25:
        place, below, above = 1, 0.25, 0.5
    return int(points[place] + (points[place + 1] - points[place]) * (share - below) / (above - below))


@entry
def count(mean: float, share: float) -> int:
    """A Poisson count of this mean, by inversion."""
    left, found, part = share, 0, np.exp(-mean)
    while left > part and found < 10_000:
        left -= part
        found += 1
        part *= mean / found
    return found
