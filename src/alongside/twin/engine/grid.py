"""Drive times of a planning world as the core asks for them: a whole number of milliseconds between places, by hour."""

from collections.abc import Sequence

from alongside.core.travel import Mode, Spot
from alongside.twin.planning.roster import MONDAY_MS
from alongside.twin.planning.world import HOUR_MS, WEEK_HOURS, PlanningWorld


class GridTravel:
    """The roads of a planning world. ``now`` is set by whoever runs it; the hour decides how long a drive takes."""

    def __init__(self, world: PlanningWorld) -> None:
        self.spots = tuple(Spot(*place) for place in world.places)
        self.index = {spot: place for place, spot in enumerate(self.spots)}
        self.version = f"planning:{world.hash()}"
        self.now = 0
        self._world = world
        lights = world.lights_permille
        self._lit = tuple(tuple(tuple(ms * lights // 1000 for ms in row) for row in band) for band in world.drives)

    def drive_ms(self, origins: Sequence[Spot], to: Spot, mode: Mode) -> tuple[int | None, ...]:
        """Milliseconds from each origin at the hour that ``now`` says."""
        there, index, rows = self.index[to], self.index, self.rows(mode)
        return tuple(rows[index[origin]][there] for origin in origins)

    def rows(self, mode: Mode) -> tuple[tuple[int, ...], ...]:
        """The whole matrix of this hour."""
        band = self._world.bands[(self.now + self._world.east_ms - MONDAY_MS) // HOUR_MS % WEEK_HOURS]
        return (self._lit if mode is Mode.LIGHTS else self._world.drives)[band]
