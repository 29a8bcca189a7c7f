"""The form of the optimise page."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _lazy

from alongside.server.plan.optimise.asked import BOUNDS, CHOICES, Wanted, query_of

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
