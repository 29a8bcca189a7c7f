"""Larson's hypercube exactly, beside the same equations given to scipy. Process time, medians, the two taking turns.

``python -m bench.hypercube`` or ``./dev bench hypercube``. The regions are thrown by dice (fixed seed): places and posts on a square,
three places a unit, the nearest unit first, units of unequal speed, load 0.7, calls that find nobody idle go elsewhere.
"""

import json
from collections.abc import Callable
from statistics import median
from time import process_time

import numpy as np

from alongside.twin.theory.hypercube import solve
from alongside.twin.theory.region import Region
from bench.peers.hypercube_scipy import by_elimination, by_points, generator
from bench.row import Row, at_most, lower_is_better

CLOSE_ENOUGH = 1e-13


def rows() -> list[Row]:
    """Elimination at 12 units (it needs half an hour at 15), iteration at 15, and how far our answer is from balance."""
    twelve, fifteen = drawn(12), drawn(15)
    ours, peer = timed(lambda: solve(twelve), lambda: by_elimination(twelve), 3)
    iterated = timed(lambda: solve(fifteen), lambda: by_points(fifteen, CLOSE_ENOUGH), 3)
    return [
        lower_is_better("hypercube", "exact, 12 units (4,096 states), whole", ours, peer, "scipy SuperLU", 25, "s"),
        lower_is_better("hypercube", "exact, 15 units (32,768 states), whole", *iterated, "point iteration in scipy, same stop", 2, "s"),
        at_most("hypercube", "exact, 15 units: largest imbalance of any state", imbalance(fifteen), 1e-12),
    ]


def imbalance(region: Region) -> float:
    """Largest difference of what flows into a state and out of it."""
    rates, leave = generator(region)
    found = solve(region).probability
    return float(np.abs(rates @ found - leave * found).max())


def timed(ours: Callable[[], object], peer: Callable[[], object], times: int) -> tuple[float, float]:
    """Medians in seconds of process time."""
    ours()
    pairs = [(seconds(ours), seconds(peer)) for _ in range(times)]
    return median(one for one, _ in pairs), median(other for _, other in pairs)


def seconds(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start


def drawn(units: int) -> Region:
    dice = np.random.default_rng(units)
    places, posts = dice.random((3 * units, 2)), dice.random((units, 2))
    service = np.exp(dice.normal(0, 0.3, units))
    arrivals = dice.random(3 * units)
    prefer = ((places[:, None] - posts) ** 2).sum(axis=2).argsort(axis=1)
    return Region(arrivals * (0.7 * service.sum() / arrivals.sum()), prefer, service, queue=False)


if __name__ == "__main__":
    for row in rows():
        print(json.dumps(row))
