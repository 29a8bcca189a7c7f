"""What a shortest-path engine promises, whichever way it keeps its promise."""

from pathlib import Path
from typing import Protocol

from alongside.roads.arrays import Ints
from alongside.roads.graph import RoadGraph


class Engine(Protocol):
    """Exact drive times of one mode over one graph. Every engine gives the same numbers (tests/roads/test_engines.py)."""

    name: str

    def matrix(self, origins: Ints, to: Ints) -> Ints:
        """ms from each origin node to each target node, (len(origins), len(to)) int32; ``UNREACHED`` where no road leads."""

    def path(self, origin: int, to: int) -> list[int]:
        """The nodes of a fastest way, both ends included; empty where no road leads."""

    def reweight(self, weights: Ints) -> None:
        """Use these ms for the graph's arcs (arcs kept) from now on."""


def open_engine(graph: RoadGraph, mode: int, keep_in: Path | None = None) -> Engine:
    """The fastest engine this machine has: contraction hierarchies where their wheel exists, otherwise scipy."""
    try:
        from alongside.roads.hierarchy import HierarchyEngine  # noqa: PLC0415 (its wheel exists for Linux on x86-64 only)
    except ModuleNotFoundError:
        from alongside.roads.plain import PlainEngine  # noqa: PLC0415

        return PlainEngine(graph, graph.weights[mode])
    return HierarchyEngine(graph, graph.weights[mode], keep_in)
