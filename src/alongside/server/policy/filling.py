"""The form of a policy, under its headings, with what was typed in it and what is wrong beside each field."""

from collections.abc import Mapping
from typing import NamedTuple

from django.http import QueryDict

from alongside.core.policy.bounds import Bound
from alongside.server.policy.reading import PREFIX
from alongside.server.policy.rows import Said, field_row, group_of, in_groups
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
