"""The answer that needs no run: what is otherwise, what it costs, whom the program does not take; with what was found, the sentence."""

from typing import Any

from alongside.server.plan.board.costing import cost_both
from alongside.server.plan.board.others import say_others, say_terms_of
from alongside.server.plan.board.question import PLAN, Question
from alongside.server.plan.board.results import say_money
from alongside.server.plan.board.sentence import say_answer, say_cost
from alongside.server.plan.board.words import say_changes
from alongside.twin.whatif.changes import list_changes
from alongside.twin.whatif.told import Found


def show_answer(asked: Question, found: Found | None) -> dict[str, Any]:
    """The sentence, the cost, and whom the program does not take."""
    today, plan = cost_both(asked)
    others = say_others(asked.beside, asked.plan, asked.world)
    money = {"money": [say_money(today), say_money(plan)], "money_change": say_cost(plan - today)}
    return {"answer": say_sentence(asked, found), "others": others} | money


def say_sentence(asked: Question, found: Found | None) -> str:
    """What is otherwise, what that does, what it costs."""
    today, plan = cost_both(asked)
    changes = say_changes(list_changes(asked.beside, asked.plan), asked.world)
    return say_answer(changes, say_terms_of(asked.beside, asked.plan, asked.world), found, PLAN, plan - today)
