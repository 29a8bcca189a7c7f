"""What is wrong with the audit just now, and since when (CJIS AU-5): whoever must know is told, and told again when it is over."""

from collections.abc import Callable
from threading import Lock
from typing import NamedTuple

NOT_WRITTEN, NOT_ASIDE = "not_written", "not_aside"


class Trouble(NamedTuple):
    """One thing that fails: a code, and since when (ms UTC)."""

    code: str
    since: int


class Over(NamedTuple):
    """One thing that failed and works again."""

    code: str
    since: int
    until: int

    @property
    def lasted_ms(self) -> int:
        """For how long it failed."""
        return self.until - self.since


def _nobody() -> None:
    """Nobody listens yet."""


class Troubles:
    """Safe from any number of threads. The first word of a trouble says since when; those that are over wait until somebody takes them."""

    def __init__(self) -> None:
        self._since: dict[str, int] = {}
        self._over: list[Over] = []
        self._lock = Lock()
        self.changed: Callable[[], None] = _nobody  # called when something begins to fail, or works again

    def fails(self, code: str, at: int) -> None:
        """It does not work; since now, unless it failed before."""
        with self._lock:
            is_new = code not in self._since
            self._since[code] = min(at, self._since.get(code, at))
        if is_new:
            self.changed()

    def works(self, code: str, at: int) -> None:
        """It works, maybe again."""
        if code not in self._since:  # the usual case, on the way of every reading
            return
        with self._lock:
            since = self._since.pop(code, None)
            if since is not None:
                self._over.append(Over(code, since, max(at, since)))
        self.changed()

    def judge(self, code: str, well: bool, at: int) -> None:
        """It works, or it does not."""
        (self.works if well else self.fails)(code, at)

    @property
    def now(self) -> list[Trouble]:
        """What fails, what has failed longest first."""
        with self._lock:
            return sorted((Trouble(code, since) for code, since in self._since.items()), key=lambda one: (one.since, one.code))

    def take_over(self) -> list[Over]:
        """What is over and nobody was told of yet; each once."""
        with self._lock:
            taken, self._over = self._over, []
        return taken

    def put_back(self, overs: list[Over]) -> None:
        """They could not be told: again at the next turn."""
        with self._lock:
            self._over = [*overs, *self._over]
