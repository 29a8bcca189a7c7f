"""One audience's feed: dense positions, and what changed at each."""

from collections import deque
from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

from alongside.server.site.feed.touched import Touched, join

__all__ = ["BOARD", "LATE_KEPT", "OVERSEEN", "WHOLE", "Audience", "Entry", "Touched", "touched_since"]
KEPT = 4_096
LATE_KEPT = 20  # requests that came late and no longer fit
BOARD = "board"
OVERSEEN = "overseen"  # the whole board, and what is late in longer work, for supervisors
WHOLE = frozenset({BOARD, OVERSEEN})


class Entry(NamedTuple):
    """One fact as this audience hears of it."""

    kind: str
    at: int
    touched: Touched


class Audience:
    """``position`` counts the facts this audience may hear of, from the ledger's first: no gaps, the same after a restart."""

    def __init__(self, key: str) -> None:
        self.key = key
        self.position = 0
        self._log: deque[Entry] = deque(maxlen=KEPT)

    @property
    def seat(self) -> str:
        """The seat this audience is made of; empty for the whole board."""
        return "" if self.key in WHOLE else self.key

    def add(self, entry: Entry) -> None:
        """One more fact."""
        self._log.append(entry)
        self.position += 1

    def can_resume(self, after: int) -> bool:
        """Whether everything after this position is still known."""
        return self.position - len(self._log) <= after <= self.position

    def since(self, after: int) -> list[Entry]:
        """The entries after a position this audience can resume from."""
        return list(islice(self._log, len(self._log) - (self.position - after), None))


def touched_since(entries: Iterable[Entry]) -> Touched:
    """Everything these entries speak of."""
    return join(entry.touched for entry in entries)
