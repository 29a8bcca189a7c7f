"""Larson's hypercube queueing model, exactly: which units are busy, who is sent where, how long somebody waits.

Larson, *A hypercube queuing model for facility location and redistricting in urban emergency services*, Computers & Operations
Research 1 (1974); Larson & Odoni, *Urban Operations Research*, sections 5.4 and 5.5. Units may differ in speed. The equations are
solved by sweeps over the levels of the chain, up and down (block Gauss–Seidel), and after each sweep the mass of every level is set
to what the chain of levels, a birth-death process, says it must be (aggregation and disaggregation: Takahashi 1975). With a queue the
states beyond N calls form a geometric tail behind the one state in which all are busy, so nothing is cut off.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from alongside.twin.theory.chain import Level, levels, upward
from alongside.twin.theory.impossible import Impossible
from alongside.twin.theory.region import Region

MOST_UNITS = 20  # 2^20 states; beyond this the approximation answers
CLOSE_ENOUGH = 1e-13  # sum of absolute changes of probabilities in one sweep
MOST_SWEEPS = 2_000


@dataclass(frozen=True)
class Answer:
    """Steady state. ``probability``: of each set of busy units with nobody waiting, shape (2^N,), empty for an approximation.
    ``workload``: share of time each unit is busy, shape (N,). ``at_once``: of all calls the share from place j for which unit n is sent
    at once, shape (N, J); ``later``: the same for calls that waited, nothing without a queue. ``unserved``: share of calls that find
    nobody idle (they wait, or without a queue somebody else takes them). ``mean_wait``: over all calls, those who do not wait included."""

    region: Region
    probability: np.ndarray
    workload: np.ndarray
    at_once: np.ndarray
    later: np.ndarray
    unserved: float
    mean_wait: float

    def mean_travel(self, minutes: np.ndarray, between: np.ndarray | None = None) -> float:
        """Mean travel time of calls a unit goes to. ``minutes``: from unit n's post to place j, shape (N, J). ``between``: from
        place i to place j, shape (J, J): a call that waited is reached from where the unit's last one was; without it from its post."""
        share = self.region.arrivals / self.region.demand
        waited = share @ between @ share * self.later.sum() if between is not None else (self.later * minutes).sum()
        return float(((self.at_once * minutes).sum() + waited) / (self.at_once.sum() + self.later.sum()))


def solve(region: Region) -> Answer:
    """The exact answer. Raises `Impossible` for more than `MOST_UNITS` units."""
    if region.units > MOST_UNITS:
        raise Impossible(f"{region.units} units have 2^{region.units} states; beyond {MOST_UNITS} ask the approximation")
    sent = upward(region)
    probability = steady_state(region, levels(region, sent))
    return answer(region, probability, dispatched(region, probability), tail(region, float(probability[-1])))


def tail(region: Region, full: float) -> float:
    """Probability of calls waiting behind the state in which all are busy, on the scale on which that state has ``full``."""
    used = region.demand / float(region.service.sum())
    return full * used / (1 - used) if region.queue else 0.0


def answer(region: Region, probability: np.ndarray, at_once: np.ndarray, waiting: float) -> Answer:
    """Everything that follows from the probabilities of the states; ``at_once`` and ``waiting`` on their scale."""
    whole, finished = 1 + waiting, float(region.service.sum())
    probability, at_once, waiting = probability / whole, at_once / whole, waiting / whole
    busy = [float(probability.reshape(-1, 2, 1 << unit)[:, 1].sum()) + waiting for unit in range(region.units)]
    unserved = float(probability[-1]) + waiting
    takes = region.service / finished  # who of all the busy is free next
    later = np.outer(takes, region.arrivals / region.demand) * (unserved if region.queue else 0.0)
    wait = unserved / (finished - region.demand) if region.queue else 0.0
    return Answer(region, probability, np.array(busy), at_once, later, unserved, wait)


def steady_state(region: Region, chain: list[Level]) -> np.ndarray:
    """Probabilities of the 2^N states of the chain without a queue, summing to 1. Raises `Impossible` if it does not settle."""
    found = balanced(region, chain, [np.full(len(one.states), 1.0) for one in chain])
    for _ in range(MOST_SWEEPS):
        before = found
        found = balanced(region, chain, sweep(chain, found))
        if sum(float(np.abs(new - old).sum()) for new, old in zip(found, before, strict=True)) < CLOSE_ENOUGH:
            break
    else:
        raise Impossible(f"the probabilities did not settle within {MOST_SWEEPS} sweeps")
    whole = np.empty(1 << region.units)
    for one, part in zip(chain, found, strict=True):
        whole[one.states] = part
    return whole


def sweep(chain: list[Level], before: list[np.ndarray]) -> list[np.ndarray]:
    """Every level from its neighbors, up and down again."""
    found = list(before)
    for at in (*range(1, len(chain)), *range(len(chain) - 2, -1, -1)):
        inflow = np.zeros(len(chain[at].states))
        if (below := chain[at].from_below) is not None:
            inflow += below @ found[at - 1]
        if (above := chain[at].from_above) is not None:
            inflow += above @ found[at + 1]
        found[at] = inflow
    return found


def balanced(region: Region, chain: list[Level], found: list[np.ndarray]) -> list[np.ndarray]:
    """The same proportions within each level, and the levels in the balance of calls that come and calls that are finished."""
    masses, within = [1.0], [part / part.sum() for part in found]
    for one, part in zip(chain[1:], within[1:], strict=True):
        masses.append(masses[-1] * region.demand / float(one.finish @ part))
    whole = sum(masses)
    return [part * (mass / whole) for part, mass in zip(within, masses, strict=True)]


def dispatched(region: Region, probability: np.ndarray) -> np.ndarray:
    """Share of all calls that come from place j and to which unit n goes at once, shape (N, J)."""
    by_list = {units: shares(units, probability) for units in region.lists}
    sent = np.stack([by_list[tuple(units)] for units in region.prefer.tolist()], axis=1)
    return np.asarray(sent * (region.arrivals / region.demand))


def shares(units: tuple[int, ...], probability: np.ndarray) -> np.ndarray:
    """Probability that each unit is the first idle one in this order, shape (N,)."""
    found = np.zeros(len(units))
    left = np.arange(len(probability))
    for unit in units:
        busy = (left >> unit) & 1 == 1
        found[unit] = probability[left[~busy]].sum()
        left = left[busy]
    return found
