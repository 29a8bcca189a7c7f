"""The parts of the board's page."""

from typing import Any

from django.utils.translation import gettext_lazy as _lazy

from alongside.server.plan.board import costs
from alongside.server.plan.board.drawing import draw_spread, draw_weeks, list_places
from alongside.server.plan.board.lasting import LONG_S, expected_s, left_s, say_long
from alongside.server.plan.board.living import can_live
from alongside.server.plan.board.posts import list_posts
from alongside.server.plan.board.programs import list_programs
from alongside.server.plan.board.results import list_rows, say_answer, say_cost, say_money
from alongside.server.plan.board.strip import list_teams
from alongside.server.plan.board.today import PLAN, Question, jobs, profile_of
from alongside.server.plan.board.words import crew_name, day_name, say_changes, say_terms
from alongside.twin.whatif.changes import is_same, list_changes
from alongside.twin.whatif.plan import LEAST_DEMAND, MOST_DEMAND, MOST_RUNS, MOST_WEEKS, BoardPlan

WHY = {
    "not_installed": _lazy("What the simulator needs is not installed on this machine: the lock group “plan” (./dev check installs it)."),
    "died": _lazy("The process that was trying this ended before it was done: the machine may be short of memory. Try again, with fewer weeks."),
}  # fmt: skip


def show_board(asked: Question, mark: str, team: str, before: BoardPlan | None) -> dict[str, Any]:
    """Roster, policy, demand, costs."""
    plan = asked.plan
    last = say_changes(list_changes(before, plan), asked.world) if before else ""
    return {
        "mark": mark, "plan": plan, "teams": list_teams(asked), "open_team": team, "days": [(day, day_name(day)) for day in range(7)],
        "posts": list_posts(asked.world).items(), "kinds": list_kinds(plan), "programs": list_programs(), "costs": costs.fields(plan),
        "before": before.mark() if before else "", "last": last, "is_same": is_same(asked.today, plan),
        "bounds": {"demand": (LEAST_DEMAND, MOST_DEMAND), "weeks": MOST_WEEKS, "runs": MOST_RUNS},
    }  # fmt: skip


def list_kinds(plan: BoardPlan) -> list[tuple[str, str]]:
    """Kinds of crew that can be added: those the program has a team of."""
    profile = profile_of(plan.program)
    return sorted({unit.crew_kind: crew_name(unit.crew_kind) for unit in profile.units}.items(), key=lambda one: one[1])


def show_result(asked: Question, mark: str) -> dict[str, Any]:
    """What is known of the difference, how it stands, and what it costs."""
    job = asked.job()
    stands = jobs().standing(job.mark())
    found, expected = stands.found, expected_s(asked)
    changes = say_changes(list_changes(asked.today, asked.plan), asked.world)
    yearly = [costs.a_year(asked.plan, units, remote_of(each)) for each, units in ((asked.today, asked.today.units), (asked.plan, asked.known_units()))]
    left = left_s(stands.progress)
    return {
        "mark": mark, "asked": asked, "stands": stands, "found": found, "rows": list_rows(found, PLAN) if found else [],
        "answer": say_answer(changes, say_terms(asked.today, asked.plan), found, PLAN, yearly[1] - yearly[0]),
        "spread": draw_spread(found) if found else None, "weeks": draw_weeks(found) if found else None,
        "places": list_places(found, asked.world) if found else [], "is_same": is_same(asked.today, asked.plan),
        "money": [say_money(value) for value in yearly], "money_change": say_cost(yearly[1] - yearly[0]), "why": WHY.get(stands.why, stands.why),
        "expected": say_long(expected), "is_long": expected > LONG_S, "left": say_long(left) if left is not None else "", "can_live": can_live(),
    }  # fmt: skip


def remote_of(plan: BoardPlan) -> frozenset[str]:
    """Crews that have no vehicle."""
    return frozenset(id for id, kind in profile_of(plan.program).rules.program.crews.items() if kind.remote)
