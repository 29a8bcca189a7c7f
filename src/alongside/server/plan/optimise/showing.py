"""The parts of the optimise page."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _lazy
from msgspec.structs import replace

from alongside.server.plan.board import today as board
from alongside.server.plan.board.lasting import LONG_S, expected_s, left_s, say_long
from alongside.server.plan.board.showing import WHY
from alongside.server.plan.figures import say
from alongside.server.plan.optimise.asked import BOUNDS, CHOICES, Wanted, query_of
from alongside.server.plan.optimise.question import Question
from alongside.server.plan.optimise.rows import list_candidates, percent, say_why
from alongside.twin.optimise.proved import read_proved

LABELS = {
    "share": (_lazy("Share of calls reached in time"), "%"), "within": (_lazy("Within, from the first ring"), "min"),
    "shift": (_lazy("Length of a shift"), "h"), "cost": (_lazy("Cost of a team for an hour"), "$"), "posts": (_lazy("Posts at most"), ""),
    "weeks": (_lazy("Lived in the twin for"), _lazy("weeks")), "runs": (_lazy("and so many times"), ""),
}  # fmt: skip


def show_form(wanted: Wanted, kinds: Mapping[str, str], wrong: Mapping[str, str], asked: Mapping[str, str]) -> dict[str, Any]:
    """Kinds of crew, and a field for each figure, with what is wrong beside it."""
    values = query_of(wanted)
    fields = [
        {
            "name": name,
            "label": label,
            "unit": unit,
            "value": asked.get(name, "") if name in wrong else values[name],
            "choices": [str(one) for one in CHOICES.get(name, ())],
            "bounds": BOUNDS.get(name),
            "wrong": wrong.get(name, ""),
        }
        for name, (label, unit) in LABELS.items()
    ]
    return {"fields": fields, "kinds": kinds, "crew": wanted.goal.crew_kind, "crew_wrong": wrong.get("crew", ""), "wrong": wrong}


def show_result(asked: Question) -> dict[str, Any]:
    """The formulas' rosters, how the twin stands with them, and both numbers."""
    goal, job = asked.wanted.goal, asked.job()
    stands = board.jobs().standing(job.mark())
    proved = read_proved(board.folder() / "tried" / job.mark() / "parts", goal.within_min) if asked.found else {}
    expected, left = lasts_s(asked, len(job.sides)), left_s(stands.progress)
    return {
        "asked": asked, "rows": list_candidates(asked, proved), "why": say_why(*asked.why), "stands": stands,
        "served": percent(asked.served),
        "goal": percent(goal.share), "within": goal.within_min, "expected": say_long(expected), "is_long": expected > LONG_S,
        "left": say_long(left) if left is not None else "", "failed": WHY.get(stands.why, stands.why), "sides": len(job.sides),
        "weekly": say(sum(asked.world.weekly)), "pairs": max((one.runs for one in proved.values()), default=0),
    }  # fmt: skip


def lasts_s(asked: Question, sides: int) -> float:
    """Seconds for the whole of it; the board reckons with two sides."""
    wanted = asked.wanted
    plan = replace(asked.today, weeks=wanted.weeks, runs=wanted.runs * sides)
    return expected_s(board.Question(asked.today, plan, asked.world)) / 2
