"""The peer of the roads: scipy's Dijkstra, given the same integer weights in the form it is fastest in.

Float64 CSR matrices of the graph and of its transpose, with the minimum kept of parallel arcs; many-to-many asks from each origin
(``indices``), many-to-one asks once, backwards from the target. ``min_only`` answers another question (the nearest source).
"""

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

from alongside.roads.graph import RoadGraph


class Peer:
    """Plain scipy."""

    def __init__(self, graph: RoadGraph, mode: int) -> None:
        size = (graph.node_count, graph.node_count)
        weights = graph.weights[mode].astype(np.float64)
        self.onward = csr_array((weights, (graph.tail, graph.head)), shape=size)
        self.backward = csr_array((weights, (graph.head, graph.tail)), shape=size)

    def many_to_many(self, origins: np.ndarray, to: np.ndarray) -> np.ndarray:
        return dijkstra(self.onward, indices=origins)[:, to]

    def many_to_one(self, origins: np.ndarray, to: int) -> np.ndarray:
        return dijkstra(self.backward, indices=to)[origins]
