"""What a plan is compared with: today's roster and program, or its own program with that program's own roster."""

from django.http import QueryDict
from django.utils.translation import gettext as _
from msgspec import UNSET
from msgspec.structs import replace

from alongside.server.plan.board.profiles import policy_of, profile_of
from alongside.server.plan.board.today import plan_in
from alongside.server.plan.board.words import program_name
from alongside.server.site.deployment import get_deployment
from alongside.twin.planning.world import PlanningWorld
from alongside.twin.today.roster import units_of
from alongside.twin.whatif.moves import CannotBe
from alongside.twin.whatif.plan import BoardPlan


def beside(plan: BoardPlan, world: PlanningWorld) -> BoardPlan:
    """The roster and rules that live the plan's weeks first, in its own world."""
    return own_roster(plan, world) if plan.beside == "own" else plan_in(world, plan.start)


def own_roster(plan: BoardPlan, world: PlanningWorld) -> BoardPlan:
    """The plan's program with its own roster, under the policy in force."""
    rules, settings = policy_of(plan.program)
    units = units_of(profile_of(plan.program), world)
    return replace(plan_in(world, plan.start), program=plan.program, rules=rules, settings=settings, units=units)


def may_choose(plan: BoardPlan) -> bool:
    """Whether the two differ: today's program with its own roster is today."""
    return plan.beside == "own" or plan.program != get_deployment().options.program


def compare_with(plan: BoardPlan, told: QueryDict, world: PlanningWorld) -> BoardPlan:
    """As a form asks. Raises :class:`CannotBe`."""
    choice = told.get("beside")
    if choice not in ("today", "own"):
        raise CannotBe("beside")
    return replace(plan, beside="own" if choice == "own" else UNSET)


def heading(plan: BoardPlan) -> str:
    """Above its figures."""
    return _("Own roster") if plan.beside == "own" else _("Today")


def say_compared(plan: BoardPlan) -> str:
    """One sentence."""
    if plan.beside != "own":
        return _("Compared with today's roster and program.")
    return _("Compared with “%(program)s” and its own roster.") % {"program": program_name(plan.program)}
