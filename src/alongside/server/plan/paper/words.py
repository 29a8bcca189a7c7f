"""Headings and names of columns of the report."""

from django.utils.translation import gettext_lazy as _lazy

from alongside.server.plan.board.beside import heading
from alongside.server.plan.board.question import Question

WORDS = {
    "page": _lazy("Page"),
    "of": _lazy("of"),
    "plan": _lazy("This plan"),
    "changed": _lazy("What was changed"),
    "same_roster": _lazy("Nothing: the same roster and program."),
    "settings": _lazy("What its policy says otherwise than the files"),
    "setting": _lazy("Setting"),
    "files": _lazy("Files"),
    "figures": _lazy("What would change"),
    "figure": _lazy("Figure"),
    "difference": _lazy("Difference"),
    "interval": _lazy("95 % between"),
    "spread": _lazy("How long people wait"),
    "spread_how": _lazy("Share of calls by minutes from the first ring to a crew on scene. Bars: this plan. Line: %(beside)s."),
    "heat": _lazy("Need not met, by hour"),
    "heat_how": _lazy("Calls an hour that wanted a better suited crew than could go; the fuller the color, the more. Both by one scale."),
    "places": _lazy("Where most need was not met"),
    "place": _lazy("Place, calls a week"),
    "cost": _lazy("What it costs"),
    "cost_figure": _lazy("Figure of cost"),
    "value": _lazy("Value"),
    "source": _lazy("Where it is from"),
    "method": _lazy("How these figures were made"),
    "what": _lazy("What"),
    "how": _lazy("How"),
    "not_known": _lazy("What the twin does not know"),
    "roster": _lazy("Who is on duty"),
    "team": _lazy("Team"),
    "crew": _lazy("Kind of crew"),
    "when": _lazy("On duty"),
    "hours": _lazy("Hours a week"),
    "link": _lazy("This plan, for whoever may plan here:"),
}
STATES = {"new": _lazy("new"), "changed": _lazy("changed"), "unknown": _lazy("not in this program")}


def name_all(asked: Question) -> dict[str, str]:
    """Each in the reader's language, and what the plan is compared with."""
    beside = heading(asked.plan)
    told = {name: str(one) for name, one in WORDS.items()}
    return told | {"today": beside, "spread_how": told["spread_how"] % {"beside": beside}}
