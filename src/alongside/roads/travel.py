"""Drive times over an area's roads: what the core's ``Travel`` protocol asks for, and what maps and the living city need beside it."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np

from alongside.core.travel import Mode, Spot
from alongside.roads.arrays import UNREACHED, Ints
from alongside.roads.calibration import UNCALIBRATED, Calibration, DriveRange, drive_range
from alongside.roads.engine import Engine, open_engine
from alongside.roads.graph import RoadGraph, with_weights
from alongside.roads.route import Route, lay_route
from alongside.roads.snapping import Snap, Snapper, metres_between
from alongside.roads.speeds import Speeds


class RoadTravel:
    """Exact shortest drive times between any spots, in ms: off the road to the nearest node, along roads, and off again.

    ``name`` names the road data; ``version`` adds the speeds and the calibration in force.
    """

    def __init__(
        self, graph: RoadGraph, speeds: Speeds, name: str, calibration: Calibration = UNCALIBRATED, cache: Path | None = None
    ) -> None:
        self.graph, self.speeds, self.calibration = graph, speeds, calibration
        self.snapper = Snapper(graph.lat, graph.lon, speeds.off_road_ms)
        self.engines: tuple[Engine, ...] = tuple(open_engine(graph, mode, cache) for mode in Mode)
        self._version = f"{name}-{sha256(repr((speeds, calibration)).encode()).hexdigest()[:8]}"

    @property
    def version(self) -> str:
        """Names roads, speeds and calibration, so a recorded drive time can be traced."""
        return self._version

    def drive_ms(self, origins: Sequence[Spot], to: Spot, mode: Mode) -> tuple[int | None, ...]:
        """ms from each origin to ``to``, in the order given; ``None`` where no road leads there.

        Raises ``RoadsRefused`` for coordinates that are not on the earth.
        """
        if not origins:
            return ()
        starts = self.snapper.snap_all(origins)
        goal = self.snapper.snap(to)
        if goal.node < 0:
            return (None,) * len(origins)
        nodes = np.array([start.node for start in starts], dtype=np.int32)
        road = self.engines[mode].matrix(np.maximum(nodes, 0), np.array([goal.node], dtype=np.int32))[:, 0].tolist()
        permille, end_ms = self.calibration.permille[mode], goal.off_road_ms
        return tuple(
            (None if ms == UNREACHED or start.node < 0 else ms * permille // 1000 + start.off_road_ms + end_ms)
            if start.node != goal.node
            else self.off_road_ms(origin, start, to, goal)
            for ms, start, origin in zip(road, starts, origins, strict=True)
        )

    def off_road_ms(self, origin: Spot, start: Snap, to: Spot, goal: Snap) -> int:
        """Between two spots at one node: straight across, or by way of the node where that is shorter."""
        return min(start.off_road_ms + goal.off_road_ms, self.speeds.off_road_ms(metres_between(origin, to)))

    def matrix_ms(self, origins: Sequence[Spot], to: Sequence[Spot], mode: Mode) -> list[tuple[int | None, ...]]:
        """A row for each origin, a column for each target, as ``drive_ms``."""
        columns = [self.drive_ms(origins, spot, mode) for spot in to]
        return list(zip(*columns, strict=True)) if columns else [() for _ in origins]

    def nearest(self, origins: Sequence[Spot], to: Spot, mode: Mode, count: int) -> list[tuple[int, int]]:
        """The ``count`` origins that are there first, as (index, ms); of equals the earlier index. Unreachable ones never."""
        found = enumerate(self.drive_ms(origins, to, mode))
        reached = [(ms, index) for index, ms in found if ms is not None]
        return [(index, ms) for ms, index in sorted(reached)[:count]]

    def range(self, drive_ms: int, mode: Mode, place_uncertainty_m: float = 0) -> DriveRange:
        """How far off a drive time may be, and by whose measure."""
        return drive_range(drive_ms, self.calibration, mode, self.speeds.off_road_ms(place_uncertainty_m))

    def route(self, origin: Spot, to: Spot, mode: Mode) -> Route | None:
        """The way itself; its ms equal ``drive_ms``. None where no road leads."""
        whole_ms = self.drive_ms((origin,), to, mode)[0]
        if whole_ms is None:
            return None
        start, goal = self.snapper.snap_all((origin, to))
        nodes = self.engines[mode].path(start.node, goal.node)
        weights, permille = self.graph.weights[mode], self.calibration.permille[mode]
        return lay_route(self.graph, weights, nodes, (origin, to), whole_ms, start.off_road_ms, permille)

    def reweight(self, weights: Ints) -> None:
        """Other times for the same roads, (modes, arcs as given); ``version`` is the caller's to change by opening anew."""
        self.graph = with_weights(self.graph, weights)
        for mode in Mode:
            self.engines[mode].reweight(self.graph.weights[mode])
