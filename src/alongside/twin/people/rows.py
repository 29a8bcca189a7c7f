"""What chance decides about each need of the living city: its call's own row of the planning world; for a need that a person at a console
made, the row of a call as urgent."""

from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import blake2b

from alongside.core.board import Board
from alongside.core.codes import Level
from alongside.core.state import Assignment, Incident
from alongside.twin.planning import columns as c
from alongside.twin.planning.hour import Drawn, draw_for
from alongside.twin.planning.world import PlanningWorld
from alongside.twin.world.call import Call

KEPT = 20_000


@dataclass
class Rows:
    """Read off the planning world and the seed; what is kept only saves time."""

    planning: PlanningWorld
    seed: int
    unassessed_as: Level
    find_call: Callable[[str, int], Call | None]
    kept: dict[tuple[str, Level | None], Drawn] = field(default_factory=dict)

    def of(self, incident: Incident) -> Drawn:
        """All that is decided about this need."""
        key = (incident.id, incident.level)
        if key not in self.kept:
            if len(self.kept) > KEPT:
                self.kept.clear()
            self.kept[key] = self._look_up(incident)
        return self.kept[key]

    def drawn(self, incident: Incident, column: int) -> int:
        """One of it: see ``planning/columns``."""
        return self.of(incident)[column]

    def by_turn(self, incident: Incident, assignment: str, column: int) -> int:
        """One of what is drawn for each unit sent."""
        turn = incident.assignments.index(assignment) if assignment in incident.assignments else 0
        return self.of(incident)[column + turn % c.TURNS]

    def pace(self, board: Board, one: Assignment) -> int:
        """What this drive takes of the time that the roads say, permille."""
        incident = board.incidents.find(one.incident)
        return 1000 if incident is None else self.by_turn(incident, one.id, c.DRIVE)

    def _look_up(self, incident: Incident) -> Drawn:
        call = self.find_call(incident.id, incident.first_ring_at)
        if call is not None:
            return call.drawn
        number = int.from_bytes(blake2b(incident.id.encode(), digest_size=8).digest(), "big")
        level = self.unassessed_as if incident.level is None else incident.level
        return draw_for(self.planning, number, int(level), self.seed)
