"""What a wall clock shows, without asking the machine: the area's changes of the clock are data, compiled by the library."""

from bisect import bisect_right
from dataclasses import dataclass

MINUTE_MS = 60_000
FOURTH_DAY = 3  # 1970-01-01 was a Thursday; 0 is Monday


@dataclass(frozen=True, slots=True)
class LocalTime:
    """``turns`` are (from when, ms UTC; milliseconds east of UTC), oldest first; before the first it is UTC."""

    turns: tuple[tuple[int, int], ...] = ()

    def east_ms(self, at: int) -> int:
        """How far the local clock is ahead of UTC at a moment."""
        place = bisect_right(self.turns, at, key=lambda turn: turn[0])
        return self.turns[place - 1][1] if place else 0

    def weekday_and_minute(self, at: int) -> tuple[int, int]:
        """Weekday (0 is Monday) and minute of the day."""
        minutes = (at + self.east_ms(at)) // MINUTE_MS
        return (minutes // 1440 + FOURTH_DAY) % 7, minutes % 1440

    def hour(self, at: int) -> int:
        """Hour of the day, 0 to 23."""
        return self.weekday_and_minute(at)[1] // 60


UTC = LocalTime()
