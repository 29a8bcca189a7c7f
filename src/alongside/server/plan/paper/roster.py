"""The plan itself: what was changed, and everybody who is on duty in it."""

from django.utils.translation import get_language

from alongside.core.policy.bounds import list_bounds
from alongside.core.policy.settings import list_settings
from alongside.server.plan.board.profiles import profile_of
from alongside.server.plan.board.question import Question
from alongside.server.plan.board.strip import Team, list_teams
from alongside.server.plan.board.words import say_change, say_terms
from alongside.server.plan.paper.words import STATES
from alongside.server.policy.rows import changes
from alongside.server.site.deployment import get_deployment
from alongside.twin.whatif.changes import list_changes


def list_changed(asked: Question) -> list[str]:
    """Every change, none left out."""
    said = [say_change(one, asked.world) for one in list_changes(asked.beside, asked.plan)]
    return [one[:1].upper() + one[1:] for one in (*said, *say_terms(asked.beside, asked.plan))]


def list_set(asked: Question) -> list[dict[str, str]]:
    """What the plan's policy says otherwise than its program's files."""
    files, names = profile_of(asked.plan.program).rules, get_deployment().names
    before = list_settings(files)
    after = before | {one.name: one for one in asked.plan.settings}
    rows = changes(before, after, list_bounds(files), names, get_language() or "en")
    return [{"label": str(one["label"]), "before": str(one["before"]), "after": str(one["after"])} for one in rows]


def list_teams_of(asked: Question) -> list[dict[str, str]]:
    """Team by team, today's first."""
    return [team_row(one) for one in list_teams(asked)]


def team_row(one: Team) -> dict[str, str]:
    state = str(STATES[one.state]) if one.state in STATES else ""
    return {"team": one.label, "crew": one.crew, "post": one.post, "when": one.when, "hours": one.hours, "state": state}
