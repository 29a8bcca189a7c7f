"""A change of the board as a form sends it, by mouse, by keys or by hand alike."""

from collections.abc import Callable, Mapping

from django.http import QueryDict

from alongside.server.plan.board import changing_terms, posts
from alongside.server.plan.board.asked import group_of, number, whole
from alongside.server.plan.board.beside import compare_with
from alongside.server.plan.board.profiles import profile_of
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


CHANGES: Mapping[str, Change] = {
    "move": move, "drop": drop, "hours": hours, "drop_hours": drop_hours, "post": post, "add": add, "take_off": take_off,
    "terms": changing_terms.terms, "program": changing_terms.program, "world": changing_terms.world, "cost": changing_terms.cost,
    "again": changing_terms.again, "policy": changing_terms.policy, "beside": compare_with,
}  # fmt: skip
