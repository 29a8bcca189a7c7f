"""The hypercube's approximation for any number of units: N equations instead of 2^N.

Larson, *Approximating the performance of urban emergency service systems*, Operations Research 23 (1975): units are taken to be busy
independently of each other, and the factor Q(N, ρ, k) corrects for that they are not. For units of different speed Jarvis's
form (Management Science 31, 1985): the mean service time follows from who is sent.
"""

from __future__ import annotations

import math

import numpy as np

from alongside.twin.theory.hypercube import Answer
from alongside.twin.theory.impossible import Impossible
from alongside.twin.theory.queues import erlang_b, erlang_c
from alongside.twin.theory.region import Region

MOST_ROUNDS = 500
CLOSE_ENOUGH = 1e-10


def occupied(units: int, load: float, queue: bool) -> np.ndarray:
    """Probability of 0, 1, … N − 1 of N units busy in M/M/N with or without a queue, then of all of them, shape (N + 1,)."""
    terms = np.concatenate([[0.0], np.cumsum(math.log(load) - np.log(np.arange(1, units + 1)))])
    found = np.exp(terms - terms.max())
    if queue:
        found[-1] /= 1 - load / units
    return np.asarray(found / found.sum())


def corrections(units: int, load: float, queue: bool) -> np.ndarray:
    """Q(N, ρ, k) for k = 0 … N − 1, shape (N,): how much likelier it is than for independent units that the first k asked are busy
    and the next is idle. Larson & Odoni, equation 5.48."""
    chance = occupied(units, load, queue)
    used = float(chance @ np.arange(units + 1)) / units
    found = []
    for first in range(units):
        busy = np.arange(first, units)
        drawn = np.ones(len(busy))
        for step in range(first):
            drawn *= (busy - step) / (units - step)
        drawn *= (units - busy) / (units - first)
        found.append(float(chance[first:units] @ drawn) / (used**first * (1 - used)))
    return np.array(found)


def approximate(region: Region) -> Answer:
    """Workloads and dispatches after Larson and Jarvis. Raises `Impossible` if they do not settle."""
    orders, rates = np.array(list(region.lists)), np.array(list(region.lists.values()))
    workload = np.full(region.units, min(0.9, region.demand / float(region.service.sum())))
    mean_service = float((1 / region.service).mean())
    for _ in range(MOST_ROUNDS):
        before = workload
        sent, unserved = sent_at_once(region, orders, before, mean_service)
        workload, mean_service = loads(region, orders, rates, sent, before, unserved)
        if float(np.abs(workload - before).max()) < CLOSE_ENOUGH:
            return told(region, sent * ((1 - unserved) / sent.sum(axis=1, keepdims=True)), workload, unserved)
    raise Impossible(f"the workloads did not settle within {MOST_ROUNDS} rounds")


def sent_at_once(region: Region, orders: np.ndarray, workload: np.ndarray, mean_service: float) -> tuple[np.ndarray, float]:
    """Share of calls of each order of units to which its k-th goes at once, shape (orders, N), and the share that find nobody idle."""
    most = region.units * (1 - 1e-9) if region.queue else np.inf
    load = min(region.demand * mean_service, most)
    busy = workload[orders]
    reached = np.cumprod(np.concatenate([np.ones((len(orders), 1)), busy[:, :-1]], axis=1), axis=1)
    sent = corrections(region.units, load, region.queue) * reached * (1 - busy)
    return sent, float(erlang_c(region.units, load) if region.queue else erlang_b(region.units, load))


def loads(
    region: Region, orders: np.ndarray, rates: np.ndarray, sent: np.ndarray, workload: np.ndarray, unserved: float
) -> tuple[np.ndarray, float]:
    """New workloads (N,), scaled so that calls finished are calls taken, and the mean service time. Solving for each unit's own idle
    share makes the iteration settle."""
    calls = np.zeros(region.units)
    np.add.at(calls, orders, sent * rates[:, None])
    offered = calls / region.service / np.maximum(1 - workload, 1e-12)
    waited = region.demand * unserved / float(region.service.sum()) if region.queue else 0.0
    new = (offered + waited) / (1 + offered)
    taken = region.demand * (1 if region.queue else 1 - unserved)
    new = np.minimum(new * (taken / float(new @ region.service)), 1 - 1e-12)
    return new, float(new.sum() / (new @ region.service))


def told(region: Region, sent: np.ndarray, workload: np.ndarray, unserved: float) -> Answer:
    at_once = np.zeros((region.units, len(region.arrivals)))
    share, finished = region.arrivals / region.demand, float(region.service.sum())
    which = {units: row for row, units in enumerate(region.lists)}
    for place, units in enumerate(map(tuple, region.prefer.tolist())):
        at_once[list(units), place] = sent[which[units]] * share[place]
    later = np.outer(region.service / finished, share) * (unserved if region.queue else 0.0)
    wait = unserved / (finished - region.demand) if region.queue else 0.0
    return Answer(region, np.empty(0), workload, at_once, later, unserved, wait)
