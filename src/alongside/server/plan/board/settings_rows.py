"""The settings in which the policy of a plan differs, as rows of a table."""

from collections.abc import Iterator

from alongside.core.policy.settings import list_settings
from alongside.core.policy.state import Setting
from alongside.server.plan.board.profiles import profile_of, rules_of
from alongside.server.plan.board.question import Question


def list_differing(asked: Question) -> Iterator[tuple[str, str, str]]:
    """(name, as it is today, in the plan) of each setting in which the plan's policy differs from today's or from its program's files."""
    files = list_settings(profile_of(asked.plan.program).rules)
    today, plan = list_settings(rules_of(asked.beside)), list_settings(rules_of(asked.plan))
    for name in sorted({*files, *today, *plan}):
        if plan.get(name) != today.get(name) or plan.get(name) != files.get(name):
            yield name, say_setting(today.get(name)), say_setting(plan.get(name))


def say_setting(one: Setting | None) -> str:
    """Codes in their order, or the number; times are milliseconds. Empty where it says nothing."""
    if one is None:
        return ""
    return " ".join(one.codes) if one.codes else str(one.number)
