"""The hypercube as one writes it with scipy: its sparse generator, solved by SuperLU, or by the point iteration of Larson's 1974 paper.

The one Python code of the model found in public (meowoodie/Hypercube-Queueing-Model) carries no license and is not run here. It visits
all pairs of states, 4^N, in each of its ten sweeps: 15 units would keep it for hours. This peer is the same method, done with arrays.
"""

import numpy as np
from scipy.sparse import coo_array, csc_array
from scipy.sparse.linalg import spsolve

from alongside.twin.theory.region import Region


def generator(region: Region) -> tuple[csc_array, np.ndarray]:
    """Rates from state (column) to state (row), and the rate at which each state is left."""
    every = np.arange(1 << region.units)
    parts: list[tuple[np.ndarray, np.ndarray, np.ndarray]] = []
    for rate, order in zip(region.arrivals, region.prefer, strict=True):
        left = every
        for unit in order:
            idle = left[(left >> unit) & 1 == 0]
            parts.append((idle | 1 << unit, idle, np.full(len(idle), rate)))
            left = left[(left >> unit) & 1 == 1]
    for unit, rate in enumerate(region.service):
        busy = every[(every >> unit) & 1 == 1]
        parts.append((busy ^ (1 << unit), busy, np.full(len(busy), rate)))
    row, column, value = (np.concatenate(part) for part in zip(*parts, strict=True))
    rates = coo_array((value, (row, column)), shape=(len(every), len(every))).tocsc()
    return rates, np.asarray(rates.sum(axis=0)).ravel()


def by_elimination(region: Region) -> np.ndarray:
    """Probabilities by SuperLU, the empty state's set to one and scaled afterwards."""
    rates, leave = generator(region)
    balance = rates.copy()
    balance.setdiag(-leave)
    found = np.concatenate([[1.0], spsolve(balance[1:, 1:].tocsc(), -balance[1:, [0]].toarray().ravel())])
    return np.asarray(found / found.sum())


def by_points(region: Region, close_enough: float, most: int = 20_000) -> np.ndarray:
    """Probabilities by sweeps over all states at once from equal ones, until a sweep changes no more than ``close_enough`` in sum."""
    rates, leave = generator(region)
    across = rates.tocsr()
    found = np.full(len(leave), 1 / len(leave))
    for _ in range(most):
        new = 0.5 * found + 0.5 * (across @ found) / leave  # damped: the chain's levels alternate, undamped it would too
        new /= new.sum()
        if np.abs(new - found).sum() < close_enough:
            break
        found = new
    return new
