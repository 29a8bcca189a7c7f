"""What would change: the result's part of the board's page."""

from typing import Any

from alongside.server.plan.board.costing import cost_both
from alongside.server.plan.board.drawing import draw_spread, draw_weeks, list_places
from alongside.server.plan.board.kept import jobs
from alongside.server.plan.board.others import say_others, say_terms_of
from alongside.server.plan.board.place_map import draw_places
from alongside.server.plan.board.question import PLAN, Question
from alongside.server.plan.board.results import list_rows, say_money
from alongside.server.plan.board.sentence import say_answer, say_cost
from alongside.server.plan.board.showing_standing import show_standing
from alongside.server.plan.board.words import say_changes
from alongside.twin.whatif.changes import is_same, list_changes
from alongside.twin.whatif.told import Found


def show_result(asked: Question, mark: str) -> dict[str, Any]:
    """What is known of the difference, how it stands, and what it costs."""
    stands = jobs().standing(asked.job().mark())
    told = {"mark": mark, "asked": asked, "found": stands.found, "is_same": is_same(asked.today, asked.plan)}
    return (
        told | show_standing(asked, stands) | show_answer(asked, stands.found) | (show_found(asked, stands.found) if stands.found else {})
    )


def show_answer(asked: Question, found: Found | None) -> dict[str, Any]:
    """The sentence and the cost, which need no run."""
    today, plan = cost_both(asked)
    changes = say_changes(list_changes(asked.today, asked.plan), asked.world)
    answer = say_answer(changes, say_terms_of(asked.today, asked.plan, asked.world), found, PLAN, plan - today)
    others = say_others(asked.today, asked.plan, asked.world)
    return {"answer": answer, "others": others, "money": [say_money(today), say_money(plan)], "money_change": say_cost(plan - today)}


def show_found(asked: Question, found: Found) -> dict[str, Any]:
    """Figures and drawings."""
    return {
        "rows": list_rows(found, PLAN),
        "spread": draw_spread(found),
        "weeks": draw_weeks(found),
        "places": list_places(found, asked.world),
        "place_map": draw_places(found, asked.world),
    }
