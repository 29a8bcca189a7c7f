"""The always-present engine: scipy's Dijkstra, searched from whichever side is smaller."""

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

from alongside.roads.arrays import UNREACHED, Floats, Ints
from alongside.roads.graph import RoadGraph


class PlainEngine:
    """Drive times by Dijkstra's algorithm. Times are whole numbers below 2^31, which float64 adds exactly."""

    name = "scipy"

    def __init__(self, graph: RoadGraph, weights: Ints) -> None:
        self.graph = graph
        self.reweight(weights)

    def reweight(self, weights: Ints) -> None:
        """Use these ms for the graph's arcs from now on."""
        size = (self.graph.node_count, self.graph.node_count)
        # built from (data, indices, indptr): nothing is summed and nothing dropped, arcs of 0 ms included
        starts = np.searchsorted(self.graph.tail, np.arange(self.graph.node_count + 1)).astype(np.int32)
        self.onward = csr_array((weights.astype(np.float64), self.graph.head, starts), shape=size)
        back = np.lexsort((self.graph.tail, self.graph.head))
        ends = np.searchsorted(self.graph.head[back], np.arange(self.graph.node_count + 1)).astype(np.int32)
        self.backward = csr_array((weights[back].astype(np.float64), self.graph.tail[back], ends), shape=size)

    def matrix(self, origins: Ints, to: Ints) -> Ints:
        """As ``Engine.matrix``."""
        if not len(origins) or not len(to):
            return np.zeros((len(origins), len(to)), dtype=np.int32)
        if len(to) < len(origins):
            return to_ms(dijkstra(self.backward, indices=to)[:, origins].T)
        return to_ms(dijkstra(self.onward, indices=origins)[:, to])

    def path(self, origin: int, to: int) -> list[int]:
        """As ``Engine.path``."""
        ms, before = dijkstra(self.onward, indices=np.array([origin]), return_predecessors=True)
        if np.isinf(ms[0, to]):
            return []
        nodes = [to]
        while nodes[-1] != origin:
            nodes.append(int(before[0, nodes[-1]]))
        return nodes[::-1]

    def within(self, origin: int, limit_ms: int) -> Ints:
        """ms to every node, ``UNREACHED`` beyond the limit."""
        return to_ms(dijkstra(self.onward, indices=np.array([origin]), limit=float(limit_ms))[0])


def to_ms(found: Floats) -> Ints:
    """Dijkstra's floats as whole ms."""
    return np.where(np.isinf(found), UNREACHED, found).astype(np.int32)
