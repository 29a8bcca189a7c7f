"""Server time: the machine's own, or faster in a demo."""

import time


class Clock:
    """``now()`` in ms UTC, running ``speed`` times as fast as the machine's clock and never behind ``not_before``."""

    def __init__(self, speed: float = 1.0, not_before: int = 0) -> None:
        self.speed = speed
        self._begin(max(time.time_ns() // 1_000_000, not_before))

    def _begin(self, at: int) -> None:
        self._start, self._since, self._machine = at, time.monotonic_ns(), time.time_ns()

    def now(self) -> int:
        """ms since the epoch, UTC."""
        elapsed = (time.monotonic_ns() - self._since) // 1_000_000
        return self._start + int(elapsed * self.speed)

    def moved_ms(self) -> int:
        """By how much the machine's own clock was set since this began, forward or back. This one goes on evenly all the same."""
        return (time.time_ns() - self._machine - (time.monotonic_ns() - self._since)) // 1_000_000

    def catch_up(self, not_before: int) -> None:
        """Never show a time before what the ledger already holds."""
        if not_before > self.now():
            self._begin(not_before)
