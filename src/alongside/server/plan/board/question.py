"""A plan beside today's, in one world: what is to be lived."""

from dataclasses import dataclass

from alongside.server.plan.board.kept import find_world
from alongside.server.plan.board.others import world_for
from alongside.server.plan.board.profiles import profile_of
from alongside.server.plan.board.today import plan_in
from alongside.server.site.deployment import get_deployment
from alongside.twin.planning.roster import PlannedUnit
from alongside.twin.planning.world import PlanningWorld
from alongside.twin.whatif.plan import BoardPlan
from alongside.twin.whatif.sources import engine_mark
from alongside.twin.whatif.told import Job, Side

TODAY, PLAN = "today", "plan"


@dataclass(frozen=True)
class Question:
    """A plan, what it is compared with, and the world both meet."""

    today: BoardPlan
    plan: BoardPlan
    world: PlanningWorld

    def job(self) -> Job:
        """What is to be lived: today's roster and rules in this plan's world, weeks and runs; then the plan."""
        plan = self.plan
        sides = (
            Side(name=TODAY, program=self.today.program, rules=self.today.rules, units=self.today.units,
                 settings=self.today.settings, demand=plan.demand / 100 if plan.same_calls else 1.0),
            Side(name=PLAN, program=plan.program, rules=plan.rules, units=self.known_units(), settings=plan.settings,
                 demand=plan.demand / 100),
        )  # fmt: skip
        area, world = get_deployment().profile.area.name, world_for(self.today, plan, self.world)
        return Job(area=area, world=world, start=plan.start, weeks=plan.weeks, runs=plan.runs, sides=sides, engine=engine_mark())

    def is_outdated(self) -> bool:
        """Whether this program's policy, or its files, have become others since the plan was made."""
        return self.plan.program == self.today.program and self.plan.rules != self.today.rules

    def known_units(self) -> tuple[PlannedUnit, ...]:
        """Teams that this plan's program has a place for; the others stay in."""
        crews = profile_of(self.plan.program).rules.program.crews
        return tuple(one for one in self.plan.units if one.crew_kind in crews)


def question(plan: BoardPlan) -> Question | None:
    """A plan beside today's roster, both in the plan's own world and week; None where that world is gone."""
    world = find_world(plan.world)
    return Question(plan_in(world, plan.start), plan, world) if world else None
