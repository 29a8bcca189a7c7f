"""The live core in memory: whatever is asked is decided and applied at once, at the time that ``now`` says."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from alongside.core.apply import apply
from alongside.core.board import Board
from alongside.core.clock import next_due
from alongside.core.decide import decide
from alongside.core.fact import Fact
from alongside.core.request import Request
from alongside.core.rules import Rules
from alongside.twin.engine import naming
from alongside.twin.engine.grid import GridTravel

Watch = Callable[[Fact], None]


def nobody_watches(_: Fact) -> None:
    """Facts are applied, and nobody is told."""


@dataclass
class LiveCore:
    """A board, and the rules and roads under which it is asked."""

    rules: Rules
    travel: GridTravel
    watch: Watch = nobody_watches
    now: int = 0
    board: Board = field(default_factory=Board)
    asked: int = 0

    def ask(self, kind: type[Request], **said: Any) -> tuple[Fact, ...]:
        """Put one request to the live core; what follows is applied at once. A refusal is a fault of this program and is raised."""
        return self.settle(kind(id=self.next_id(), by=naming.ASKS, **said))

    def next_id(self) -> str:
        """A new id for a request."""
        self.asked += 1
        return f"q{self.asked}"

    def settle(self, request: Request) -> tuple[Fact, ...]:
        """Decide and apply."""
        self.travel.now = self.now
        facts = decide(self.board, request, self.rules, self.travel, self.now)
        self.take(facts)
        return facts

    def take(self, facts: Iterable[Fact]) -> None:
        """What has happened."""
        for fact in facts:
            apply(self.board, fact)
            self.watch(fact)

    def tick_until(self, at: int) -> None:
        """Stored timers that come due by then, each at its own time."""
        while (tick := next_due(self.board)) is not None and tick.due <= at:
            self.now = tick.due
            self.settle(tick)
