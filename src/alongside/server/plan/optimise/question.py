"""A goal put to the formulas, and the rosters they give put to the twin: today's, each alone, and each among everybody else's."""

from dataclasses import dataclass

from msgspec.structs import replace

from alongside.server.plan.board.question import TODAY
from alongside.server.plan.optimise.asked import Wanted
from alongside.server.site.deployment import get_deployment
from alongside.twin.optimise.candidates import Candidate
from alongside.twin.planning.world import PlanningWorld
from alongside.twin.whatif.plan import BoardPlan
from alongside.twin.whatif.sources import engine_mark
from alongside.twin.whatif.told import Job, Side

ALONE, AMONG = "alone", "among"


@dataclass(frozen=True)
class Question:
    """What a goal comes to here. ``why``: the code of why no roster meets it, with its figures."""

    today: BoardPlan
    world: PlanningWorld
    wanted: Wanted
    served: float
    found: tuple[Candidate, ...]
    why: tuple[str, dict[str, object]] = ("", {})

    def job(self) -> Job:
        """Everything the twin is asked: 1 + 2 for each candidate."""
        sides = [Side(name=TODAY, program=self.today.program, rules=self.today.rules, settings=self.today.settings, units=self.today.units)]
        sides += [side for one in self.found for side in (self._side(one, ALONE), self._side(one, AMONG))]
        area, wanted = get_deployment().profile.area.name, self.wanted
        return Job(
            area=area,
            world=self.world,
            start=self.today.start,
            weeks=wanted.weeks,
            runs=wanted.runs,
            sides=tuple(sides),
            engine=engine_mark(),
        )

    def _side(self, one: Candidate, how: str) -> Side:
        units = one.units if how == ALONE else self.plan(one).units
        today = self.today
        return Side(name=f"{one.name}-{how}", program=today.program, rules=today.rules, settings=today.settings, units=units)

    def plan(self, one: Candidate) -> BoardPlan:
        """As a plan of the board: today's other teams stay, those of this kind are replaced."""
        others = tuple(unit for unit in self.today.units if unit.crew_kind != self.wanted.goal.crew_kind)
        return replace(self.today, units=(*others, *one.units))
