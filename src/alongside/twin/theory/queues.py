"""Queues with a formula: M/M/1, M/M/c (Erlang B and C) and M/G/∞.

Rates are per unit of time, times in the same unit; which unit is the caller's choice. Sources: Erlang 1917; Kleinrock, *Queueing
Systems* I, chapter 3; the recursion for Erlang B stays within 0 to 1 whatever the load (Jagerman 1974); Eick, Massey & Whitt 1993, *The
physics of the Mt/G/∞ queue*.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from alongside.twin.theory.impossible import Impossible


@dataclass(frozen=True)
class Waiting:
    """Steady state of a queue served in order of arrival. ``in_queue`` and ``in_system`` are mean numbers of people."""

    servers: int
    utilization: float
    probability_of_waiting: float
    mean_wait: float
    mean_in_system: float
    arrivals: float
    service: float

    @property
    def in_queue(self) -> float:
        """Little's law."""
        return self.arrivals * self.mean_wait

    @property
    def in_system(self) -> float:
        """Little's law."""
        return self.arrivals * self.mean_in_system

    def waits_longer(self, than: float) -> float:
        """Probability that somebody waits longer than ``than``."""
        return self.probability_of_waiting * math.exp(-(self.servers * self.service - self.arrivals) * than)


def erlang_b(servers: int, load: float) -> float:
    """Probability that all of ``servers`` are busy when nobody waits; ``load`` is arrival rate × mean service time (erlangs)."""
    must_be(servers >= 0 and load >= 0, "servers and load must not be negative")
    blocked = 1.0
    for server in range(1, servers + 1):
        blocked = load * blocked / (server + load * blocked)
    return blocked


def erlang_c(servers: int, load: float) -> float:
    """Probability of having to wait where everybody waits; 1 where the load is more than the servers can carry."""
    if load >= servers:
        return 1.0
    blocked = erlang_b(servers, load)
    return servers * blocked / (servers - load * (1 - blocked))


def mmc(arrivals: float, service: float, servers: int) -> Waiting:
    """M/M/c: Poisson arrivals, exponential service at rate ``service`` a server. Raises `Impossible` if it would grow for ever."""
    must_be(arrivals >= 0 and service > 0 and servers > 0, "a queue needs servers that work, and arrivals that are not negative")
    load = arrivals / service
    must_be(load < servers, f"{servers} servers cannot carry a load of {load:g}: the queue would grow for ever")
    waits = erlang_c(servers, load)
    wait = waits / (servers * service - arrivals)
    return Waiting(servers, load / servers, waits, wait, wait + 1 / service, arrivals, service)


def mm1(arrivals: float, service: float) -> Waiting:
    """M/M/1: one server."""
    return mmc(arrivals, service, 1)


def least_servers(arrivals: float, service: float, within: float, share: float) -> int:
    """The fewest servers with which at least ``share`` of people wait no longer than ``within``."""
    must_be(0 <= share < 1 and arrivals >= 0 and service > 0, "the share must be at least 0 and less than 1")
    servers = math.floor(arrivals / service) + 1
    while mmc(arrivals, service, servers).waits_longer(within) > 1 - share:
        servers += 1
    return servers


def busy_of_many(load: float, most: int) -> np.ndarray:
    """M/G/∞: probability that 0, 1, … ``most`` are busy at once, shape (most + 1,); Poisson whatever the service times are."""
    must_be(load >= 0 and most >= 0, "the load must not be negative")
    steps = np.log(np.arange(1, most + 1)) - (math.log(load) if load else -math.inf)
    return np.asarray(np.exp(-load - np.concatenate([[0.0], np.cumsum(steps)])))


def busy_when_demand_varies(
    arrivals: Callable[[float], float], longer: Callable[[float], float], at: float, back: float, steps: int
) -> float:
    """Mt/G/∞: mean number busy at time ``at`` when calls come at rate ``arrivals(t)`` and last longer than x with chance ``longer(x)``.

    The integral of ``arrivals(at − x) · longer(x)`` over x from 0 to ``back``, by Simpson's rule over ``steps`` (even) steps.
    """
    must_be(steps > 0 and steps % 2 == 0 and back > 0, "an even number of steps over a time of more than nothing is needed")
    x = np.linspace(0, back, steps + 1)
    values = np.array([arrivals(at - one) * longer(one) for one in x.tolist()])
    weights = np.where(np.arange(steps + 1) % 2, 4.0, 2.0)
    weights[[0, -1]] = 1
    return float(values @ weights * back / steps / 3)


def must_be(holds: bool, sentence: str) -> None:
    """Raise `Impossible` with the sentence unless it holds."""
    if not holds:
        raise Impossible(sentence)
