"""The clock of a watched replay: as fast as chosen, never ahead of what was played; it can stand still and hurry to an hour."""

import time
from collections.abc import Callable
from threading import Condition

from alongside.server.site.clock import Clock

FASTEST = 86_400.0  # a day in a second: as fast as it goes
SPEEDS = (1.0, 5.0, 10.0, 30.0, 60.0, 120.0, 300.0, 600.0, 1800.0, FASTEST)
LOOK_EVERY_S = 1.0
MOST_BEHIND_S = 1.0  # a step that took longer than it should is not made up for beyond this


class Stopped(Exception):
    """The server ends before the day does."""


class Pace(Clock):
    """``now()`` in ms UTC for everybody; the player alone calls ``reach``. ``speed`` is the real one, ``chosen`` the one asked for."""

    def __init__(self, at: int, chosen: float) -> None:
        self.chosen, self.speed, self.is_paused, self.is_over = chosen, 0.0, False, False
        self.jump_to: int | None = None
        self.meanwhile: Callable[[int], None] = lambda now: None
        self._allowed, self._stop, self._changed = at, False, Condition()
        self._seen = (time.monotonic(), at)
        self._begin(at)
        self._say_speed()

    def now(self) -> int:
        """ms since the epoch, UTC; it waits for the player where that is slower."""
        if self.is_paused or self.is_over:
            return self._start
        if self._is_hurrying:
            return self._allowed
        return min(self._start + int((time.monotonic_ns() - self._since) / 1e6 * self.chosen), self._allowed)

    @property
    def _is_hurrying(self) -> bool:
        return self.jump_to is not None or self.chosen >= FASTEST

    def reach(self, at: int) -> None:
        """Wait until the clock shows ``at``. Raises ``Stopped``."""
        with self._changed:
            self._stand(self.now())
            self._allowed = at
            while not self._is_there(at):
                self._changed.wait(self._seconds_to(at))
                self.meanwhile(self.now())
            hurried = self._is_hurrying
            if self.jump_to is not None and at >= self.jump_to:
                self.jump_to = None
            self._measure(at)
            if hurried or self._behind_s(at) > MOST_BEHIND_S:
                self._begin(at)

    def _behind_s(self, at: int) -> float:
        return (time.monotonic_ns() - self._since) / 1e9 - (at - self._start) / 1000 / self.chosen

    def _stand(self, now: int) -> None:
        if self._is_hurrying:
            self._begin(now)

    def _is_there(self, at: int) -> bool:
        if self._stop:
            raise Stopped
        return not self.is_paused and (self._is_hurrying or self.now() >= at)

    def _seconds_to(self, at: int) -> float:
        return LOOK_EVERY_S if self.is_paused else max(0.001, min(LOOK_EVERY_S, (at - self.now()) / 1000 / self.chosen))

    def _measure(self, at: int) -> None:
        """How fast it really goes where it goes as fast as it can."""
        wall, then = self._seen
        passed = time.monotonic() - wall
        if passed >= LOOK_EVERY_S:
            self._seen = (time.monotonic(), at)
            if self._is_hurrying:
                self.speed = round((at - then) / 1000 / passed, 1)
        if not self._is_hurrying:
            self._say_speed()

    def _say_speed(self) -> None:
        standing = self.is_paused or self.is_over
        self.speed = 0.0 if standing else self.speed if self._is_hurrying and self.speed else self.chosen

    def steer(self, change: Callable[["Pace"], None]) -> None:
        """Change how it goes, at once."""
        with self._changed:
            now = self.now()
            change(self)
            self._begin(now)
            self._say_speed()
            self._changed.notify_all()

    def end(self) -> None:
        """The day is over: the clock stands."""
        self.steer(lambda pace: setattr(pace, "is_over", True))

    def stop(self) -> None:
        """Let the player go."""
        with self._changed:
            self._stop = True
            self._changed.notify_all()
