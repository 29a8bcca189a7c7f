"""The time of a replay: as fast as the day is played, or as people want to watch it (``pace.py``)."""

from dataclasses import dataclass
from typing import Protocol


@dataclass
class Clock:
    """The replay's time, ms UTC; it goes as fast as the day is played."""

    at: int = 0

    def now(self) -> int:
        """What time it is there."""
        return self.at

    def reach(self, at: int) -> None:
        """It is that time now."""
        self.at = at


class Going(Protocol):
    """A clock the day goes by: ``reach`` returns once it shows that time."""

    def reach(self, at: int) -> None: ...
