"""A plan beside today, or beside its program's own roster, in one world: what is to be lived."""

from dataclasses import dataclass

from alongside.server.plan.board.beside import beside
from alongside.server.plan.board.kept import find_world
from alongside.server.plan.board.others import world_for
from alongside.server.plan.board.profiles import profile_of
from alongside.server.site.deployment import get_deployment
from alongside.twin.planning.roster import PlannedUnit
from alongside.twin.planning.world import PlanningWorld
from alongside.twin.whatif.plan import BoardPlan
from alongside.twin.whatif.sources import engine_mark
from alongside.twin.whatif.told import Job, Side

TODAY, PLAN = "today", "plan"  # names of the sides in what is kept; the first is whatever the plan is compared with


@dataclass(frozen=True)
class Question:
    """A plan, what it is compared with, and the world both meet."""

    beside: BoardPlan
    plan: BoardPlan
    world: PlanningWorld

    def job(self) -> Job:
        """What is to be lived: what it is compared with, in this plan's world, weeks and runs; then the plan."""
        plan = self.plan
        sides = (
            Side(name=TODAY, program=self.beside.program, rules=self.beside.rules, units=self.beside.units,
                 settings=self.beside.settings, demand=plan.demand / 100 if plan.same_calls else 1.0),
            Side(name=PLAN, program=plan.program, rules=plan.rules, units=self.known_units(), settings=plan.settings,
                 demand=plan.demand / 100),
        )  # fmt: skip
        area, world = get_deployment().profile.area.name, world_for(self.beside, plan, self.world)
        return Job(area=area, world=world, start=plan.start, weeks=plan.weeks, runs=plan.runs, sides=sides, engine=engine_mark())

    def is_outdated(self) -> bool:
        """Whether this program's policy, or its files, have become others since the plan was made."""
        return self.plan.program == self.beside.program and self.plan.rules != self.beside.rules

    def known_units(self) -> tuple[PlannedUnit, ...]:
        """Teams that this plan's program has a place for; the others stay in."""
        crews = profile_of(self.plan.program).rules.program.crews
        return tuple(one for one in self.plan.units if one.crew_kind in crews)


def question(plan: BoardPlan) -> Question | None:
    """A plan and what it is compared with, both in the plan's own world and week; None where that world is gone."""
    world = find_world(plan.world)
    return Question(beside(plan, world), plan, world) if world else None
