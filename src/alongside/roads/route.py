"""The way a crew drives: a line on the map with the time at each bend, so the living city can say where they are."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from alongside.core.travel import Spot
from alongside.roads.arrays import Ints
from alongside.roads.graph import RoadGraph


@dataclass(frozen=True)
class Route:
    """``line`` from origin to target, and ``at_ms``, the ms after leaving at which each of its spots is passed."""

    ms: int
    line: tuple[Spot, ...]
    at_ms: tuple[int, ...]

    def position(self, after_ms: int) -> Spot:
        """Where a crew is this long after leaving: the origin before, the target ever after."""
        index = bisect_right(self.at_ms, after_ms)
        if index == 0:
            return self.line[0]
        if index == len(self.line):
            return self.line[-1]
        before_ms, next_ms = self.at_ms[index - 1], self.at_ms[index]
        return between(self.line[index - 1], self.line[index], (after_ms - before_ms) / (next_ms - before_ms))


def between(one: Spot, other: Spot, share: float) -> Spot:
    """The spot this share (0 to 1) of the way from one to the other."""
    return Spot(round(one.lat + share * (other.lat - one.lat)), round(one.lon + share * (other.lon - one.lon)))


def lay_route(
    graph: RoadGraph, weights: Ints, nodes: Sequence[int], ends: tuple[Spot, Spot], ms: int, start_ms: int, permille: int
) -> Route:
    """A route along these nodes that takes ``ms`` in all: ``start_ms`` to the first, arcs at ``permille`` of their time, the rest."""
    if len(nodes) < 2:  # both ends at one node: straight across
        return Route(ms, ends, (0, ms))
    at = np.array(nodes)
    road_ms = np.concatenate([[0], np.cumsum(weights[graph.find_arcs(at[:-1], at[1:])], dtype=np.int64)])
    times = (0, *(start_ms + road_ms * permille // 1000).tolist(), ms)
    spots = map(Spot, graph.lat[at].tolist(), graph.lon[at].tolist())
    return Route(ms, (ends[0], *spots, ends[1]), times)
