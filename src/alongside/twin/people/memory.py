"""What the city asks for, and what it remembers of having asked."""

from dataclasses import dataclass, field
from typing import NamedTuple

from alongside.core.request import Request

AGAIN_MS, AGAIN_MOST_MS = 30_000, 900_000


class Asked(NamedTuple):
    """A request somebody in the city makes, the protected words that come with it by field, and when (ms UTC)."""

    request: Request
    texts: dict[str, str]
    at: int


@dataclass
class Memory:
    """What the city remembers beside the board. Losing it loses nothing but a moment's patience."""

    asked: dict[tuple[str, str], tuple[int, int]] = field(default_factory=dict)  # (kind, subject) -> (last asked at, times)
    idle_since: dict[str, int] = field(default_factory=dict)
    looked_at: dict[str, int] = field(default_factory=dict)

    def may_ask(self, key: tuple[str, str], now: int) -> bool:
        """Whether it is time to ask this (again): a refusal is not repeated at once, and ever less often."""
        last, times = self.asked.get(key, (0, 0))
        if times and now < last + min(AGAIN_MS * 2 ** (times - 1), AGAIN_MOST_MS):
            return False
        self.asked[key] = (now, min(times + 1, 10))
        return True

    def forget_before(self, before: int) -> None:
        """Drop what was asked long ago."""
        self.asked = {key: (at, times) for key, (at, times) in self.asked.items() if at >= before}
