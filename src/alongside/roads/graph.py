"""The directed road graph the engines run on: integer milliseconds, one arc from any node to any other."""

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from alongside.core.travel import Mode
from alongside.roads.arrays import DAY_MS, Ints
from alongside.roads.refused import RoadsRefused


@dataclass(frozen=True, eq=False)
class RoadGraph:
    """Nodes in microdegrees; arcs sorted by (tail, head), each pair once. ``weights`` is (modes, arcs), int32 ms.

    ``order`` and ``starts`` say how the arcs as given were folded into these, so new weights for the arcs as given can be folded too.
    """

    lat: Ints
    lon: Ints
    tail: Ints
    head: Ints
    weights: Ints
    order: Ints
    starts: Ints

    @property
    def node_count(self) -> int:
        return len(self.lat)

    @cached_property
    def shape_hash(self) -> str:
        """Names nodes and arcs without their weights: what an order of contraction may be kept under."""
        kept = sha256(np.int32(self.node_count).tobytes())
        for part in (self.lat, self.lon, self.tail, self.head):
            kept.update(part.tobytes())
        return kept.hexdigest()[:16]

    @cached_property
    def keys(self) -> NDArray[np.int64]:
        """One ascending number for each arc, of its tail and head."""
        return self.tail.astype(np.int64) * self.node_count + self.head

    def find_arcs(self, tail: NDArray[np.integer], head: NDArray[np.integer]) -> NDArray[np.intp]:
        """The indexes of the arcs between these pairs of nodes, which must be joined."""
        return np.searchsorted(self.keys, tail.astype(np.int64) * self.node_count + head)

    def fold(self, weights: Ints) -> Ints:
        """The minimum of parallel arcs: (…, arcs as given) to (…, arcs kept)."""
        return np.minimum.reduceat(weights[..., self.order], self.starts, axis=-1) if len(self.starts) else weights[..., :0]


def build_graph(lat: Ints, lon: Ints, tail: Ints, head: Ints, weights: Ints) -> RoadGraph:
    """A graph of any arcs: of parallel arcs the fastest is kept (per mode), an arc from a node to itself never helps and is dropped.

    ``weights`` is (modes, arcs) in ms. Raises ``RoadsRefused`` for arcs to nodes that do not exist and for times below 0 or over a day.
    """
    check_arcs(len(lat), tail, head, weights)
    leads = np.flatnonzero(tail != head)
    order = leads[np.lexsort((head[leads], tail[leads]))]
    first = np.ones(len(order), dtype=bool)
    first[1:] = (np.diff(tail[order]) != 0) | (np.diff(head[order]) != 0)
    starts = np.flatnonzero(first)
    kept = order[starts]
    unfolded = RoadGraph(lat, lon, tail[kept], head[kept], weights[:, kept], order.astype(np.int32), starts.astype(np.int32))
    return with_weights(unfolded, weights)


def with_weights(graph: RoadGraph, weights: Ints) -> RoadGraph:
    """The same roads at other speeds: ``weights`` for the arcs as given to ``build_graph``."""
    return RoadGraph(graph.lat, graph.lon, graph.tail, graph.head, graph.fold(weights), graph.order, graph.starts)


def check_arcs(node_count: int, tail: Ints, head: Ints, weights: Ints) -> None:
    """Refuse what no engine could answer exactly, naming the first arc that is wrong."""
    if not node_count:
        raise RoadsRefused("There is not one road here: look at the file and the class speeds.")
    if weights.shape != (len(Mode), len(tail)) or len(tail) != len(head):
        raise RoadsRefused(f"Arc times are {weights.shape}; there must be one for each of {len(Mode)} modes and {len(tail)} arcs.")
    ends = np.flatnonzero((tail < 0) | (tail >= node_count) | (head < 0) | (head >= node_count))
    if len(ends):
        raise RoadsRefused(f"Arc {ends[0] + 1} leads to a node that does not exist: there are {node_count} nodes.")
    times = np.flatnonzero(((weights < 0) | (weights > DAY_MS)).any(axis=0))
    if len(times):
        raise RoadsRefused(f"Arc {times[0] + 1} takes {weights[:, times[0]].tolist()} ms; a time must be between 0 and a day.")


def connected(node_count: int, tail: Ints, head: Ints) -> NDArray[np.bool_]:
    """Which nodes belong to the largest strongly connected part, or to one at least a twentieth its size (an island with cars)."""
    links = csr_array((np.ones(len(tail), dtype=np.int8), (tail, head)), shape=(node_count, node_count))
    _, part = connected_components(links, directed=True, connection="strong")
    sizes = np.bincount(part)
    enough: NDArray[np.bool_] = (sizes > 1) & (sizes * 20 >= sizes.max(initial=0))
    return enough[part]
