"""The room people work in: the live core's board, the clock, and what is remembered beside it. Every act is a request of the core."""

from bisect import insort
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from alongside.core.apply import apply
from alongside.core.board import Board
from alongside.core.clock import next_due
from alongside.core.codes import UnitService
from alongside.core.decide import decide
from alongside.core.fact import Fact
from alongside.core.request import Request
from alongside.core.travel import Spot
from alongside.twin.engine import naming
from alongside.twin.engine.agenda import Agenda
from alongside.twin.engine.grid import GridTravel
from alongside.twin.planning.calls import Calls
from alongside.twin.planning.scenario import Scenario

Watch = Callable[[Fact], None]


@dataclass(slots=True)
class Way:
    """Where a unit is: at ``here``, or on its way there from ``was`` since ``left_at``. Half-way it counts as being where it goes."""

    was: int
    here: int
    left_at: int = 0
    takes_ms: int = 0

    def at(self, now: int) -> int:
        """The place it counts as being at."""
        return self.was if 2 * (now - self.left_at) < self.takes_ms else self.here


@dataclass(slots=True)
class Job:
    """One unit sent: ``turn`` is the how-manieth of its need, ``lead`` whether it is the one that meets the person."""

    incident: int
    unit: int
    turn: int
    lead: bool
    next: int
    drive_ms: int
    door: int = -1
    asked: int = 0
    reservation: int = -1


@dataclass
class Floor:
    """A run of the reference engine."""

    scenario: Scenario
    travel: GridTravel
    calls: Calls
    watch: Watch
    now: int = 0
    board: Board = field(default_factory=Board)
    agenda: Agenda = field(default_factory=Agenda)
    jobs: list[Job] = field(default_factory=list)
    ways: list[Way] = field(default_factory=list)
    waiting: list[tuple[int, int]] = field(default_factory=list)  # (-level, incident)
    off_due: dict[int, bool] = field(default_factory=dict)
    on_due: dict[int, int] = field(default_factory=dict)
    promises: list[tuple[int, int]] = field(default_factory=list)  # incident, rule
    reserved: list[tuple[int, int, bool]] = field(default_factory=list)  # door, incident, whether it took a free chair
    shifts: list[tuple[int, int, int, int]] = field(default_factory=list)  # at, rank, unit, ends_at
    taken_to: dict[int, int] = field(default_factory=dict)  # incident: the reservation used
    door_order: list[list[list[int]]] = field(default_factory=list)  # call kind, place: doors in the order they are asked
    came_free: bool = False  # since the queue was last looked at
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
        facts = decide(self.board, request, self.scenario.rules, self.travel, self.now)
        for fact in facts:
            apply(self.board, fact)
            self.watch(fact)
        return facts

    def tick_until(self, at: int) -> None:
        """Stored timers that come due by then, each at its own time."""
        while (tick := next_due(self.board)) is not None and tick.due <= at:
            self.now = tick.due
            self.settle(tick)

    def wait(self, incident: int) -> None:
        """Into the queue: most urgent first, then oldest."""
        level = self.board.incidents.reach(naming.incident(incident)).level
        insort(self.waiting, (-int(level or 0), incident))

    def spot(self, place: int) -> Spot:
        """A place of the world."""
        return self.travel.spots[place]

    def positions(self) -> tuple[tuple[str, int, int], ...]:
        """Units on duty that are not where their last fact said."""
        found = []
        for unit in self.board.units:
            if unit.service is UnitService.OFF_DUTY:
                continue
            spot = self.spot(self.ways[int(unit.id[1:])].at(self.now))
            if spot != unit.spot:
                found.append((unit.id, spot.lat, spot.lon))
        return tuple(found)

    def drawn(self, incident: int, column: int) -> int:
        """What chance decided about a call."""
        return int(self.calls.drawn[incident, column])
