"""Where the units of a twin's city are, reported like any vehicle's position."""

import time
from collections.abc import Callable, Mapping

from alongside.core.travel import Spot
from alongside.server.site.feed.spots import Heard, Spots

EVERY_S = 1.0


class Whereabouts:
    """Reports units that moved since the last time."""

    def __init__(self, spots: Spots, positions: Callable[[int], Mapping[str, Spot]]) -> None:
        self.spots, self.positions = spots, positions
        self._told_at = 0.0
        self._last: dict[str, tuple[int, int]] = {}

    def tell_each_second(self, now: int, held: frozenset[str] = frozenset()) -> None:
        """As :meth:`tell`, once a second of ours at most."""
        if time.monotonic() - self._told_at >= EVERY_S:
            self.tell(now, held)

    def tell(self, now: int, held: frozenset[str] = frozenset()) -> None:
        """Report those that moved; units people at browsers hold report themselves."""
        self._told_at = time.monotonic()
        spots = self.positions(now)
        moved = [
            Heard(unit, now, spot.lat, spot.lon) for unit, spot in spots.items() if self._last.get(unit) != tuple(spot) and unit not in held
        ]
        self._last.update({one.unit: (one.lat, one.lon) for one in moved})
        if moved:
            self.spots.put(moved)
