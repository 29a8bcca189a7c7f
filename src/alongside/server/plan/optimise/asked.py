"""The goal somebody put into the address, and what is wrong with it."""

from collections.abc import Mapping
from typing import NamedTuple

from django.utils.translation import gettext as _

from alongside.server.plan.asked import read_number
from alongside.twin.optimise.goal import SHIFT_HOURS, WITHIN_MIN, Goal

USUAL = {"share": 90.0, "within": 30.0, "shift": 8.0, "cost": 150.0, "posts": 8.0, "weeks": 1.0, "runs": 8.0}
BOUNDS = {"share": (50, 99), "cost": (1, 2_000), "posts": (1, 12), "weeks": (1, 8), "runs": (2, 60)}
CHOICES = {"within": WITHIN_MIN, "shift": SHIFT_HOURS}


class Wanted(NamedTuple):
    """A goal, and how long it is tried in the twin."""

    goal: Goal
    weeks: int
    runs: int


def read_wanted(asked: Mapping[str, str], kinds: Mapping[str, str]) -> tuple[Wanted, dict[str, str]]:
    """(what is wanted, the usual figure where one cannot be; a sentence for each that cannot be)."""
    figures, wrong = {}, {}
    for name, usual in USUAL.items():
        text = asked.get(name, "").strip()
        value = read_number(text) if text else usual
        if value is None or not _may_be(name, value):
            wrong[name], value = _why(name), usual
        figures[name] = value
    crew = asked.get("crew", "") or next(iter(kinds), "")
    if crew not in kinds:
        wrong["crew"], crew = _("Choose one of the list."), next(iter(kinds), "")
    whole = {name: int(value) for name, value in figures.items()}
    goal = Goal(crew, figures["share"] / 100, whole["within"], whole["shift"], figures["cost"], whole["posts"])
    return Wanted(goal, whole["weeks"], whole["runs"]), wrong


def _may_be(name: str, value: float) -> bool:
    if name in CHOICES:
        return value in CHOICES[name]
    least, most = BOUNDS[name]
    return least <= value <= most and (name in ("share", "cost") or value == int(value))


def _why(name: str) -> str:
    if name in CHOICES:
        return str(_("Choose one of the list."))
    least, most = BOUNDS[name]
    return str(_("This must be a number from %(least)s to %(most)s.") % {"least": least, "most": most})


def query_of(wanted: Wanted) -> dict[str, str]:
    """The address of exactly this."""
    goal = wanted.goal
    told = {
        "share": goal.share * 100,
        "within": goal.within_min,
        "shift": goal.shift_hours,
        "cost": goal.cost_hour,
        "posts": goal.most_posts,
    }
    return {
        "crew": goal.crew_kind,
        **{name: f"{value:.6g}" for name, value in told.items()},
        "weeks": str(wanted.weeks),
        "runs": str(wanted.runs),
    }
