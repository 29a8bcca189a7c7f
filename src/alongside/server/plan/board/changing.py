"""A change of the board as a form sends it, by mouse, by keys or by hand alike."""

from collections.abc import Callable, Mapping

from django.http import QueryDict
from msgspec.structs import replace

from alongside.library.reading import Mistake
from alongside.server.plan.board import costs, posts
from alongside.server.plan.board.asked import group_of, number, whole
from alongside.server.plan.board.programs import may_try
from alongside.server.plan.board.today import profile_of, today_plan
from alongside.twin.planning.roster import Shift
from alongside.twin.planning.world import PlanningWorld
from alongside.twin.today.roster import units_of
from alongside.twin.whatif import moves
from alongside.twin.whatif.moves import CannotBe
from alongside.twin.whatif.plan import BoardPlan

Change = Callable[[BoardPlan, QueryDict, PlanningWorld], BoardPlan]


def changed(plan: BoardPlan, told: QueryDict, world: PlanningWorld) -> BoardPlan:
    """The plan with the change that was asked for. Raises :class:`CannotBe`."""
    change = CHANGES.get(told.get("do", ""))
    if change is None:
        raise CannotBe("unknown")
    return change(plan, told, world)


def move(plan: BoardPlan, told: QueryDict, world: PlanningWorld) -> BoardPlan:
    """One shift dragged, or moved by keys."""
    name = told.get("unit", "")
    shift = Shift(number(told, "from", "from"), number(told, "hours", "hours"))
    return moves.move_shift(plan, name, whole(told, "shift", "no_shift"), told.get("to", "") or name, shift)


def drop(plan: BoardPlan, told: QueryDict, world: PlanningWorld) -> BoardPlan:
    """One shift off the board."""
    return moves.drop_shift(plan, told.get("unit", ""), whole(told, "shift", "no_shift"))


def hours(plan: BoardPlan, told: QueryDict, world: PlanningWorld) -> BoardPlan:
    """Days and hours of a team, by hand."""
    return moves.set_hours(plan, told.get("unit", ""), whole(told, "group", "no_shift"), group_of(told))


def drop_hours(plan: BoardPlan, told: QueryDict, world: PlanningWorld) -> BoardPlan:
    """The same hours of several days off the board."""
    return moves.drop_hours(plan, told.get("unit", ""), whole(told, "group", "no_shift"))


def post(plan: BoardPlan, told: QueryDict, world: PlanningWorld) -> BoardPlan:
    """A team waits elsewhere."""
    return moves.move_post(plan, told.get("unit", ""), whole(told, "post", "no_post"), posts.list_posts(world))


def add(plan: BoardPlan, told: QueryDict, world: PlanningWorld) -> BoardPlan:
    """Teams of a kind that this program has."""
    kind = told.get("kind", "")
    like = next((one for one in units_of(profile_of(plan.program), world) if one.crew_kind == kind), None)
    if like is None:
        raise CannotBe("no_kind")
    chosen = whole(told, "post", "no_post") if told.get("post") else like.post
    if chosen not in posts.list_posts(world) and chosen != like.post:
        raise CannotBe("no_post")
    return moves.add_teams(plan, like, chosen, whole(told, "count", "count"), group_of(told, always=told.get("always") == "1"))


def take_off(plan: BoardPlan, told: QueryDict, world: PlanningWorld) -> BoardPlan:
    """A whole team off the board."""
    return moves.drop_team(plan, told.get("unit", ""))


def terms(plan: BoardPlan, told: QueryDict, world: PlanningWorld) -> BoardPlan:
    """Demand, weeks, runs; and whether today's roster meets the same calls."""
    numbers = (whole(told, name, name) for name in ("demand", "weeks", "runs"))
    return moves.set_terms(plan, *numbers, told.get("same_calls") == "1")


def program(plan: BoardPlan, told: QueryDict, world: PlanningWorld) -> BoardPlan:
    """Another program's rules; with its own roster where that is asked for."""
    name = told.get("program", "")
    if not may_try(name):
        raise CannotBe("program")
    try:
        profile = profile_of(name)
    except Mistake as wrong:
        raise CannotBe("program") from wrong
    units = units_of(profile, world) if told.get("roster") == "own" else plan.units
    return replace(plan, program=name, rules=profile.rules.hash, units=units)


def cost(plan: BoardPlan, told: QueryDict, world: PlanningWorld) -> BoardPlan:
    """Figures of cost."""
    return costs.put_in(plan, told.dict())


def again(plan: BoardPlan, told: QueryDict, world: PlanningWorld) -> BoardPlan:
    """Back to today's roster and program; demand, weeks and costs stay."""
    today = today_plan()
    return replace(plan, program=today.program, rules=today.rules, units=today.units)


CHANGES: Mapping[str, Change] = {
    "move": move, "drop": drop, "hours": hours, "drop_hours": drop_hours, "post": post, "add": add, "take_off": take_off, "terms": terms,
    "program": program, "cost": cost, "again": again,
}  # fmt: skip
