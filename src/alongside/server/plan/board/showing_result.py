"""What would change: the result's part of the board's page."""

from typing import Any

from django.utils.translation import gettext_lazy as _lazy

from alongside.server.plan.board import costs
from alongside.server.plan.board.drawing import draw_spread, draw_weeks, list_places
from alongside.server.plan.board.jobs import Standing
from alongside.server.plan.board.lasting import LONG_S, expected_s, left_s, say_long
from alongside.server.plan.board.living import can_live
from alongside.server.plan.board.results import list_rows, say_answer, say_cost, say_money
from alongside.server.plan.board.today import PLAN, Question, jobs
from alongside.server.plan.board.words import say_changes, say_terms
from alongside.twin.whatif.changes import is_same, list_changes
from alongside.twin.whatif.told import Found

WHY = {
    "not_installed": _lazy("What the simulator needs is not installed on this machine: the lock group “plan” (./dev check installs it)."),
    "died": _lazy("Its process ended before it was done: the machine may be short of memory. Try again, with fewer weeks."),
}  # fmt: skip


def show_result(asked: Question, mark: str) -> dict[str, Any]:
    """What is known of the difference, how it stands, and what it costs."""
    stands = jobs().standing(asked.job().mark())
    told = {"mark": mark, "asked": asked, "found": stands.found, "is_same": is_same(asked.today, asked.plan), "can_live": can_live()}
    return (
        told | show_standing(asked, stands) | show_answer(asked, stands.found) | (show_found(asked, stands.found) if stands.found else {})
    )


def show_standing(asked: Question, stands: Standing) -> dict[str, Any]:
    """How far it is, or how long it will take."""
    expected, left = expected_s(asked), left_s(stands.progress)
    return {
        "stands": stands, "why": WHY.get(stands.why, stands.why), "expected": say_long(expected), "is_long": expected > LONG_S,
        "left": say_long(left) if left is not None else "",
    }  # fmt: skip


def show_answer(asked: Question, found: Found | None) -> dict[str, Any]:
    """The sentence and the cost, which need no run."""
    today, plan = costs.both(asked)
    changes = say_changes(list_changes(asked.today, asked.plan), asked.world)
    answer = say_answer(changes, say_terms(asked.today, asked.plan), found, PLAN, plan - today)
    return {"answer": answer, "money": [say_money(today), say_money(plan)], "money_change": say_cost(plan - today)}


def show_found(asked: Question, found: Found) -> dict[str, Any]:
    """Figures and drawings."""
    return {
        "rows": list_rows(found, PLAN),
        "spread": draw_spread(found),
        "weeks": draw_weeks(found),
        "places": list_places(found, asked.world),
    }
