"""Calls that a plan's program does not take, and what both sides are told of calls where its protocol asks other questions than today's."""

from functools import lru_cache

from django.utils.translation import gettext as _

from alongside.server.plan.board.kept import find_world
from alongside.server.plan.board.profiles import profile_of
from alongside.server.plan.board.words import program_name, say_terms
from alongside.server.plan.figures import say
from alongside.server.site.coded import word
from alongside.twin.planning.taken import asks_all, by_level_alone, is_taken
from alongside.twin.planning.world import PlanningWorld
from alongside.twin.whatif.plan import BoardPlan


def world_for(today: BoardPlan, plan: BoardPlan, world: PlanningWorld) -> PlanningWorld:
    """What both sides are told of these calls: everything, or how urgent they are where the plan's protocol does not ask the rest."""
    return world if plan.program == today.program or asks_the_same(plan.program, plan.world) else by_level_alone(world)


@lru_cache(maxsize=64)
def asks_the_same(program: str, mark: str) -> bool:
    """Whether this program's protocol asks what the calls of that world answer."""
    world = find_world(mark)
    return world is None or asks_all(world, profile_of(program).rules)


def not_taken(plan: BoardPlan, world: PlanningWorld) -> dict[str, float]:
    """Calls a week, by who asks, that this plan's program does not take."""
    rules, found = profile_of(plan.program).rules, dict[str, float]()
    a_week = sum(world.weekly) * plan.demand / 100 * (1 + world.calls_again) / sum(kind.weight for kind in world.kinds)
    for kind in world.kinds:
        if not is_taken(kind, rules):
            found[kind.origin] = found.get(kind.origin, 0.0) + kind.weight * a_week
    return dict(sorted(found.items(), key=lambda one: -one[1]))


def say_terms_of(today: BoardPlan, plan: BoardPlan, world: PlanningWorld) -> list[str]:
    """What is otherwise beside the roster, and whom another program does not take."""
    others = sum(not_taken(plan, world).values()) if plan.program != today.program else 0
    said = [_("which does not take %(n)s calls of a week") % {"n": say(others, 1)}] if others else []
    return [*say_terms(today, plan), *said]


def say_others(today: BoardPlan, plan: BoardPlan, world: PlanningWorld) -> list[str]:
    """Sentences: who is not taken, and what becomes of them; what both sides are told where the questions differ."""
    said, others = [], not_taken(plan, world)
    if others:
        listed = ", ".join(f"{word('origin', origin)} {say(calls, 1)}" for origin, calls in others.items())
        told = {"program": program_name(plan.program), "n": say(sum(others.values()), 1), "listed": listed}
        said.append(
            _(
                "“%(program)s” does not take %(n)s calls of a week, by who asks: %(listed)s. These people call in this plan, too. "
                "Nobody of this program goes to them: they stay with whoever answers there, and are counted at “Nobody sent”."
            )
            % told
        )
        if plan.program != today.program:
            said.append(_("Every other figure is of the calls it takes, which are others than today's: it says neither better nor worse."))
    if world_for(today, plan, world) is not world:
        said.append(
            _(
                "This program asks other questions than today's. So both are told only how urgent each call is, as today's questions "
                "found it: a weapon or an injury that was spoken of sends nobody along in either. “Without police” is higher than it "
                "would be, and today's figures are others than beside a program that asks the same."
            )
        )
    return said
