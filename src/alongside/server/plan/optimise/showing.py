"""The formulas' answer and the twin's, as the page shows them."""

from typing import Any

from msgspec.structs import replace

from alongside.server.plan.board import question as board
from alongside.server.plan.board.kept import folder, jobs
from alongside.server.plan.board.lasting import LONG_S, expected_s, is_first, left_s, say_long
from alongside.server.plan.board.whys import say_ended
from alongside.server.plan.figures import say
from alongside.server.plan.optimise.question import Question
from alongside.server.plan.optimise.rows import list_candidates, percent, say_why
from alongside.twin.optimise.proved import read_proved


def show_result(asked: Question) -> dict[str, Any]:
    """The formulas' rosters, how the twin stands with them, and both numbers."""
    goal, job = asked.wanted.goal, asked.job()
    stands = jobs().standing(job.mark())
    proved = read_proved(folder() / "tried" / job.mark() / "parts", goal.within_min) if asked.found else {}
    expected, left = lasts_s(asked, len(job.sides)), left_s(stands.progress)
    return {
        "asked": asked, "rows": list_candidates(asked, proved), "why": say_why(*asked.why), "stands": stands,
        "served": percent(asked.served),
        "goal": percent(goal.share), "within": goal.within_min, "expected": say_long(expected), "is_long": expected > LONG_S,
        "is_first": is_first(), "left": say_long(left) if left is not None else "", "failed": say_ended(stands), "sides": len(job.sides),
        "weekly": say(sum(asked.world.weekly)), "pairs": max((one.runs for one in proved.values()), default=0),
    }  # fmt: skip


def lasts_s(asked: Question, sides: int) -> float:
    """Seconds for the whole of it; the board reckons with two sides."""
    wanted = asked.wanted
    plan = replace(asked.today, weeks=wanted.weeks, runs=wanted.runs * sides)
    return expected_s(board.Question(asked.today, plan, asked.world)) / 2
