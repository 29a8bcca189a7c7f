"""Changes beside the roster: program, world, number of calls, how long and how often, what teams cost."""

from django.http import QueryDict
from msgspec.structs import replace

from alongside.core.travel import Spot
from alongside.evaluate.fitting.measured import CannotFit
from alongside.library.reading import Mistake
from alongside.server.plan.board import costs, kept, profiles, programs, today
from alongside.server.plan.board.asked import whole
from alongside.server.plan.worlds.opening import list_names, open_world
from alongside.twin.planning import world as planning_world
from alongside.twin.today import places, roster
from alongside.twin.whatif import moves
from alongside.twin.whatif.plan import BoardPlan


def terms(plan: BoardPlan, told: QueryDict, world: planning_world.PlanningWorld) -> BoardPlan:
    """Demand, weeks, runs; and whether today's roster meets the same calls."""
    demand, weeks, runs = (whole(told, name, name) for name in ("demand", "weeks", "runs"))
    return moves.set_terms(plan, demand, weeks, runs, told.get("same_calls") == "1")


def program(plan: BoardPlan, told: QueryDict, world: planning_world.PlanningWorld) -> BoardPlan:
    """Another program's rules; with its own roster where that is asked for."""
    name = told.get("program", "")
    if not programs.may_try(name, world):
        raise moves.CannotBe("program")
    try:
        profile = profiles.profile_of(name)
    except Mistake as wrong:
        raise moves.CannotBe("program") from wrong
    units = roster.units_of(profile, world) if told.get("roster") == "own" else plan.units
    rules, settings = profiles.policy_of(name)
    return replace(plan, program=name, rules=rules, settings=settings, units=units)


def policy(plan: BoardPlan, told: QueryDict, world: planning_world.PlanningWorld) -> BoardPlan:
    """The same plan under the policy in force now."""
    rules, settings = profiles.policy_of(plan.program)
    return replace(plan, rules=rules, settings=settings)


def cost(plan: BoardPlan, told: QueryDict, world: planning_world.PlanningWorld) -> BoardPlan:
    """Figures of cost."""
    return costs.put_in(plan, told.dict())


def again(plan: BoardPlan, told: QueryDict, world: planning_world.PlanningWorld) -> BoardPlan:
    """Back to today's roster and program, and beside them; demand, weeks and costs stay."""
    now = today.plan_in(world, plan.start)
    return replace(plan, program=now.program, rules=now.rules, settings=now.settings, units=now.units, beside=now.beside)


def world(plan: BoardPlan, told: QueryDict, before: planning_world.PlanningWorld) -> BoardPlan:
    """The same teams in another world; each waits at the place there that is nearest to where it waits now."""
    name = told.get("world", "")
    try:
        shown = open_world(name) if name in list_names() else None
    except (CannotFit, planning_world.Mistake):
        shown = None
    if shown is None:
        raise moves.CannotBe("world")
    there, spots = shown.world, tuple(Spot(*place) for place in shown.world.places)
    units = tuple(replace(one, post=places.nearest(spots, Spot(*before.places[one.post]))) for one in plan.units)
    return replace(plan, world=kept.keep_world(there), units=units)
