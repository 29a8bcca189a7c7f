"""The straightforward way to rank units: one shortest-path search for each of them."""

from collections.abc import Mapping

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

from alongside.core.board import Board
from alongside.core.codes import UnitService
from alongside.core.rules import Rules
from alongside.core.state import Incident
from alongside.core.travel import Mode, Spot
from alongside.roads.travel import RoadTravel


class EachUnit:
    """scipy's Dijkstra from every unit to the incident, on the same graph and weights."""

    def __init__(self, travel: RoadTravel) -> None:
        self.travel, graph = travel, travel.graph
        size = (graph.node_count, graph.node_count)
        starts = np.searchsorted(graph.tail, np.arange(graph.node_count + 1)).astype(np.int32)
        self.roads = [csr_array((graph.weights[mode].astype(np.float64), graph.head, starts), shape=size) for mode in Mode]

    def rank(self, board: Board, incident: Incident, rules: Rules, where: Mapping[str, Spot]) -> list[tuple[int, float, str]]:
        """(row in the level's order, drive ms, unit), best first."""
        assert incident.level is not None
        assert incident.spot is not None
        order = {step.crew_kind: row for row, step in enumerate(rules.program.levels[incident.level].order)}
        goal = self.travel.snapper.snap(incident.spot)
        found = []
        for unit in board.units:
            if unit.service is UnitService.IN_SERVICE and not unit.assignments and unit.acts_as in order:
                start = self.travel.snapper.snap(where[unit.id])
                mode = rules.program.crews[unit.acts_as].mode
                road = dijkstra(self.roads[mode], indices=start.node)[goal.node]
                found.append((order[unit.acts_as], float(road) + start.off_road_ms + goal.off_road_ms, unit.id))
        return sorted(found)
