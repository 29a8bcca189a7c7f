"""Counter-based dice for kernels: (seed, entity, purpose, n) always gives the same number, in any order, in any process.

A draw mixes what belongs to a purpose with what belongs to an entity. Each half is worked out once and used for many draws."""

import numpy as np

from alongside.twin.engine.compiling import compiled

GOLDEN, FIRST, SECOND = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
S30, S27, S31, S11 = np.uint64(30), np.uint64(27), np.uint64(31), np.uint64(11)
SPAN = 2.0**-53


@compiled
def mix(value: np.uint64) -> np.uint64:
    """splitmix64's finalizer (Steele, Lea, Flood 2014): every bit of the counter reaches every bit of the result."""
    value = (value ^ (value >> S30)) * FIRST
    value = (value ^ (value >> S27)) * SECOND
    return value ^ (value >> S31)


@compiled
def mix_purpose(seed: int, purpose: int, n: int) -> np.uint64:
    """The half that belongs to what is drawn."""
    return mix(mix(np.uint64(seed) + GOLDEN) + np.uint64(purpose * 64 + n) * GOLDEN)


@compiled
def mix_entity(entity: int) -> np.uint64:
    """The half that belongs to whom it is drawn for."""
    return mix(np.uint64(entity) + GOLDEN)


@compiled
def share_of(purpose: np.uint64, entity: np.uint64) -> float:
    """Between 0 and 1, neither included, from both halves."""
    return (float(np.int64(mix(purpose ^ entity) >> S11)) + 0.5) * SPAN


@compiled
def uniform(seed: int, entity: int, purpose: int, n: int) -> float:
    """Between 0 and 1, neither included."""
    return share_of(mix_purpose(seed, purpose, n), mix_entity(entity))


@compiled
def choose(cumulative: np.ndarray, row: int, share: float) -> int:
    """The index whose part of a row of a rising cumulative sum (last: the whole) holds this share of it. No row is cut out of its table:
    machine code would count who holds it, which takes longer than the draw."""
    low, high = 0, cumulative.shape[1] - 1
    aim = share * cumulative[row, high]
    while low < high:
        middle = (low + high) // 2
        if cumulative[row, middle] > aim:
            high = middle
        else:
            low = middle + 1
    return low


@compiled
def at_share(table: np.ndarray, row: int, share: float) -> int:
    """A whole number from a row of five quantiles (5, 25, 50, 75, 95 %), straight between; never below the first nor above the last.

    Everything is worked out and one is taken, not asked one after another: no guess can be wrong, and several draws are made at once."""
    place = int(share > 0.25) + int(share > 0.5) + int(share > 0.75)
    below = 0.25 * place if place else 0.05
    wide = 0.25 - 0.05 if place == 0 else 0.95 - 0.75 if place == 3 else 0.25
    low = table[row, place]
    between = low + (table[row, place + 1] - low) * (share - below) / wide
    return int(table[row, 0] if share <= 0.05 else table[row, 4] if share >= 0.95 else between)


@compiled
def count(mean: float, share: float) -> int:
    """A Poisson count of this mean, by inversion."""
    left, found, part = share, 0, np.exp(-mean)
    while left > part and found < 10_000:
        left -= part
        found += 1
        part *= mean / found
    return found
