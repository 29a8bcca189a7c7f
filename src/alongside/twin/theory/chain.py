"""The hypercube's Markov chain: 2^N states, bit n set where unit n is busy, and the rates between neighbors.

The states are kept level by level (0, 1, … N busy): a call moves a state one level up, a finished one a level down, so the balance
equations are block tridiagonal.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array

from alongside.twin.theory.region import Region


@dataclass(frozen=True)
class Level:
    """States with the same number of units busy. ``states``: shape (S,). ``from_below``, ``from_above``: inflow from the neighboring
    levels' probabilities, each row divided by the rate at which its state is left. ``finish``: shape (S,), calls finished per unit
    of time in each state."""

    states: np.ndarray
    from_below: csr_array | None
    from_above: csr_array | None
    finish: np.ndarray


def upward(region: Region) -> np.ndarray:
    """Rate at which unit n is sent out of state s, shape (N, 2^N); nothing where n is busy already.

    Places with the same order of units are taken together; of each order only the states that are still undecided are looked at.
    """
    rates = np.zeros((region.units, 1 << region.units))
    every = np.arange(1 << region.units)
    for units, rate in region.lists.items():
        left = every
        for unit in units:
            busy = (left >> unit) & 1 == 1
            rates[unit, left[~busy]] += rate
            left = left[busy]
    return rates


def levels(region: Region, sent: np.ndarray) -> list[Level]:
    """The chain of ``region``, ``sent`` as `upward` gives it."""
    every = np.arange(1 << region.units)
    busy = np.bitwise_count(every)
    by_level = [every[busy == count] for count in range(region.units + 1)]
    place = np.empty(len(every), dtype=int)
    for states in by_level:
        place[states] = np.arange(len(states))
    return [level(region, sent, by_level, place, count) for count in range(region.units + 1)]


def level(region: Region, sent: np.ndarray, by_level: list[np.ndarray], place: np.ndarray, count: int) -> Level:
    """One level and what flows into it."""
    states, units = by_level[count], np.arange(region.units)
    is_busy = ((states[:, None] >> units) & 1).astype(bool)
    finish = is_busy @ region.service
    leave = finish + (region.demand if count < region.units else 0.0)
    below = above = None
    if count:
        row, unit = np.nonzero(is_busy)
        source = states[row] ^ (1 << unit)
        below = matrix(sent[unit, source] / leave[row], row, place[source], len(states), len(by_level[count - 1]))
    if count < region.units:
        row, unit = np.nonzero(~is_busy)
        source = states[row] | (1 << unit)
        above = matrix(region.service[unit] / leave[row], row, place[source], len(states), len(by_level[count + 1]))
    return Level(states, below, above, finish)


def matrix(values: np.ndarray, row: np.ndarray, column: np.ndarray, rows: int, columns: int) -> csr_array:
    return csr_array((values, (row, column)), shape=(rows, columns))
