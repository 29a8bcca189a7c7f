"""The form of a policy, under its headings, with what was typed in it and what is wrong beside each field."""

from collections.abc import Mapping
from typing import NamedTuple

from django.http import QueryDict

from alongside.core.policy.bounds import Bound, list_bounds
from alongside.core.policy.settings import list_settings
from alongside.server.policy import told
from alongside.server.policy.reading import PREFIX, Typed, read_typed
from alongside.server.policy.rows import Said, changes, field_row, group_of, in_groups
from alongside.server.site.code_words import list_codes
from alongside.server.site.looking import Look
from alongside.server.site.names import Names
from alongside.server.site.rows import Row


class Wrong(NamedTuple):
    """Sentences by the name of the setting, and what was sent."""

    says: Mapping[str, str]
    sent: QueryDict


def fields_of(said: Said, bounds: Mapping[str, Bound], wrong: Wrong, names: Names, language: str) -> list[Row]:
    """{title, rows, is_wrong}: every setting in the order of the page, drive limits of crews not yet ordered after those that are."""
    ordered = sorted(bounds, key=lambda name: _place(name, said, list(bounds)))
    rows = ((group_of(name, names, language), _row(name, bounds[name], said, wrong, names, language)) for name in ordered)
    return [{**group, "is_wrong": any(row["wrong"] for row in group["rows"])} for group in in_groups(rows)]


def _row(name: str, bound: Bound, said: Said, wrong: Wrong, names: Names, language: str) -> Row:
    """What cannot be stands there as it was typed."""
    row, why = field_row(name, bound, said.get(name), names, language), wrong.says.get(name, "")
    return {**row, "wrong": why, "typed": wrong.sent.get(f"{PREFIX}{name}", "") if why else row["typed"]}


def _place(name: str, said: Said, order: list[str]) -> tuple[int, int]:
    """Levels keep together, although the limits of other crews stand at the end of the bounds."""
    head = ".".join(name.split(".")[:2]) if name.startswith("level.") else name
    return next(at for at, one in enumerate(order) if one == head or one.startswith(f"{head}.")), order.index(name)


def read_form(seen: Look, sent: QueryDict) -> Typed:
    """What was typed, or came with the address."""
    rules = seen.asking.rules
    return read_typed(sent, rules, list_settings(rules), list_bounds(rules), seen.deployment.profile.area.zone)


def show_form(seen: Look, sent: QueryDict) -> Row:
    """Every field with what was typed in it, and what that changes."""
    typed, rules = read_form(seen, sent), seen.asking.rules
    now, bounds, names, language = list_settings(rules), list_bounds(rules), seen.deployment.names, seen.view.language
    groups = fields_of(now | typed.changed, bounds, Wrong(typed.wrong, sent), names, language)
    fitting = {name: one for name, one in typed.changed.items() if name not in typed.wrong}
    rows = changes(now, now | fitting, bounds, names, language)
    return {"groups": groups, "rows": rows, "reasons": list_codes(told.REASON), "zone": seen.deployment.profile.area.zone}
