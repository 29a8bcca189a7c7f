"""The room people work in: the live core, the agenda, and what is remembered beside it. Every act is a request of the core."""

from bisect import insort
from dataclasses import dataclass, field

from alongside.core.codes import Level, UnitService
from alongside.core.travel import Spot
from alongside.twin.engine import naming
from alongside.twin.engine.agenda import Agenda
from alongside.twin.engine.live_core import LiveCore
from alongside.twin.planning.calls import Calls
from alongside.twin.planning.scenario import Scenario


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


@dataclass(kw_only=True)
class Floor(LiveCore):
    """A run of the reference engine."""

    scenario: Scenario
    calls: Calls
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

    def level(self, incident: int) -> Level:
        """How urgent; what nobody could assess counts as the policy says."""
        level = self.board.incidents.reach(naming.incident(incident)).level
        return self.rules.program.unassessed_as if level is None else level

    def wait(self, incident: int) -> None:
        """Into the queue: most urgent first, then oldest."""
        insort(self.waiting, (-int(self.level(incident)), incident))

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

    def row(self, incident: int) -> list[int]:
        """All that chance decided about a call."""
        found: list[int] = self.calls.drawn[incident].tolist()
        return found
