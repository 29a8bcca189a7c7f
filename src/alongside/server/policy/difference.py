"""What a change of the policy changes: beside what is, was or will be in force without it."""

from typing import NamedTuple

from alongside.core.policy.bounds import list_bounds
from alongside.core.policy.decide import would_be
from alongside.core.policy.in_force import merged
from alongside.core.policy.settings import list_settings
from alongside.core.policy.state import Policy
from alongside.server.policy.rows import changes
from alongside.server.site.looking import Look
from alongside.server.site.rows import Row


class Change(NamedTuple):
    """What differs, and the hash of the rules with it."""

    rows: list[Row]
    gives: str


def change_of(seen: Look, one: Policy) -> Change:
    """Beside what holds, held or will hold at its moment without it."""
    asking = seen.asking
    at = max(one.wanted_at, asking.now) if one.from_at is None else one.from_at
    others = tuple(span for span in asking.board.policy_spans if span.holds(at) and span.policy != one.id)
    before, bounds = merged(asking.rules, others), list_bounds(asking.rules)
    own = {setting.name: setting for setting in one.settings if setting.name in bounds}
    rows = changes(list_settings(before), list_settings(before) | own, bounds, seen.deployment.names, seen.view.language)
    return Change(rows, would_be(asking, one.settings, at).hash)
