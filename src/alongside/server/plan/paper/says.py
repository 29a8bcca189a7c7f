"""The answer of the report: the sentence, the figures beside today's, the money."""

from typing import Any

from django.utils.translation import gettext as _

from alongside.server.plan.board import costs
from alongside.server.plan.board.answering import say_sentence
from alongside.server.plan.board.beside import heading
from alongside.server.plan.board.costing import cost_both
from alongside.server.plan.board.others import say_others
from alongside.server.plan.board.question import PLAN, Question
from alongside.server.plan.board.results import Row, list_rows, say_money
from alongside.server.plan.board.sentence import say_cost
from alongside.twin.whatif.told import Found

CARDS = ("response_median", "without_police", "unmet")  # what a board asks first


def say_answer(asked: Question, found: Found) -> str:
    """The sentence of the page."""
    return say_sentence(asked, found)


def list_others(asked: Question) -> list[str]:
    """Whom the plan's program does not take, and what other questions do to the figures."""
    return say_others(asked.beside, asked.plan, asked.world)


def say_cards(asked: Question, found: Found) -> list[dict[str, str]]:
    """Three figures and the cost, large."""
    rows = {one.id: one for one in list_rows(found, PLAN)}
    today, plan = cost_both(asked)
    money = {
        "label": _("Cost a year"),
        "before": say_money(today),
        "after": say_money(plan),
        "verdict": say_cost(plan - today),
        "state": "",
    }
    return [*(say_row(rows[id]) for id in CARDS if id in rows), money]


def say_row(one: Row) -> dict[str, str]:
    """One figure."""
    return {
        "label": one.label,
        "what": one.what,
        "before": one.before,
        "after": one.after,
        "change": one.change,
        "interval": one.interval or "–",
        "verdict": one.verdict,
        "state": one.state,
    }


def say_costs(asked: Question) -> dict[str, Any]:
    """Both costs, and the figures they are reckoned with, each with where it is from."""
    today, plan = (say_money(one) for one in cost_both(asked))
    rows = [
        {"label": one["label"], "value": one["value"], "unit": str(one["unit"]), "source": one["source"], "grade": str(one["grade_word"])}
        for one in costs.fields(asked.plan)
    ]
    says = _("Cost a year. %(beside)s: %(before)s; this plan: %(after)s.") % {"beside": heading(asked.plan), "before": today, "after": plan}
    return {"says": says, "rows": rows}
