"""The roster's part of the board's page: teams, program, calls, costs."""

from typing import Any

from alongside.server.plan.board import costs
from alongside.server.plan.board.beside import heading, may_choose, say_compared
from alongside.server.plan.board.posts import list_posts
from alongside.server.plan.board.profiles import profile_of
from alongside.server.plan.board.programs import list_programs
from alongside.server.plan.board.question import Question
from alongside.server.plan.board.strip import list_teams
from alongside.server.plan.board.words import crew_name, day_name, say_changes
from alongside.server.plan.worlds.opening import list_names
from alongside.twin.whatif.changes import is_same, list_changes
from alongside.twin.whatif.plan import LEAST_DEMAND, MOST_DEMAND, MOST_RUNS, MOST_WEEKS, BoardPlan


def show_board(asked: Question, mark: str, team: str, before: BoardPlan | None) -> dict[str, Any]:
    """Roster, policy, demand, costs."""
    plan = asked.plan
    last = say_changes(list_changes(before, plan), asked.world) if before else ""
    return {
        "mark": mark, "plan": plan, "teams": list_teams(asked), "open_team": team, "days": [(day, day_name(day)) for day in range(7)],
        "posts": list_posts(asked.world).items(), "kinds": list_kinds(plan), "costs": costs.fields(plan),
        "programs": list_programs(asked.world), "worlds": list_names(), "world": asked.world,
        "before": before.mark() if before else "", "last": last,
        "compared": say_compared(plan), "beside": heading(plan), "may_choose_beside": may_choose(plan),
        "is_same": is_same(asked.beside, plan), "is_outdated": asked.is_outdated(),
        "bounds": {"demand": (LEAST_DEMAND, MOST_DEMAND), "weeks": MOST_WEEKS, "runs": MOST_RUNS},
    }  # fmt: skip


def list_kinds(plan: BoardPlan) -> list[tuple[str, str]]:
    """Kinds of crew that can be added: those the program has a team of."""
    profile = profile_of(plan.program)
    return sorted({unit.crew_kind: crew_name(unit.crew_kind) for unit in profile.units}.items(), key=lambda one: one[1])
