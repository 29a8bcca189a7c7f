"""The drawings of the report, as numbers, each with what it shows in words for whoever does not see it."""

from collections.abc import Sequence
from typing import Any

from django.utils.dates import WEEKDAYS_ABBR
from django.utils.translation import gettext as _

from alongside.server.plan.board.beside import heading
from alongside.server.plan.board.drawing import BIN_MINUTES, bin_label, list_places, shares
from alongside.server.plan.board.question import PLAN, TODAY, Question
from alongside.server.plan.board.words import day_name
from alongside.server.plan.figures import say
from alongside.twin.whatif.told import Found

MOST_PLACES, MARK_EVERY = 12, 6


def draw_spread(asked: Question, found: Found) -> dict[str, Any] | None:
    """Shares of calls by five minutes of response, beside what the plan is compared with; None where nobody was reached in either."""
    beside = heading(asked.plan)
    today, plan = (shares(found.responses.get(side, [])) for side in (TODAY, PLAN))
    most = max([*today, *plan], default=0)
    if not most:
        return None
    said = [
        _("%(minutes)s min: %(beside)s %(today)s %%, this plan %(plan)s %%")
        % {"minutes": bin_label(at, len(plan)), "beside": beside, "today": say(100 * before, 1), "plan": say(100 * after, 1)}
        for at, (before, after) in enumerate(zip(today, plan, strict=True))
    ]
    marks = [{"at": at, "label": str(at * BIN_MINUTES)} for at in range(0, len(plan), MARK_EVERY)]
    return {"today": today, "plan": plan, "most": most, "marks": marks, "levels": list_levels(most), "says": "; ".join(said)}


def list_levels(most: float) -> list[dict[str, Any]]:
    """Shares worth a line of their own: whole steps of 1, 2, 5, 10 or 20 %, three or four of them."""
    step = next(step for step in (0.01, 0.02, 0.05, 0.1, 0.2, 0.5) if most / step < 4.5 or step == 0.5)  # noqa: PLR2004
    return [{"at": step * at, "label": _("%(n)s %%") % {"n": say(100 * step * at)}} for at in range(1, int(most / step) + 1)]


def draw_heat(found: Found) -> dict[str, Any] | None:
    """Need not met by hour of the week, both by one scale; None where every need was met in both."""
    today, plan = (found.unmet_hours.get(side, []) for side in (TODAY, PLAN))
    most, weeks = max([*today, *plan], default=0), found.pairs * found.weeks
    if not most or not weeks:
        return None
    return {"today": today, "plan": plan, "most": most, "says_today": say_week(today, weeks), "says_plan": say_week(plan, weeks)}


def say_week(counts: Sequence[int], weeks: int) -> str:
    """How much in all, and the hour with the most."""
    at = max(range(len(counts)), key=lambda one: counts[one])
    told = {"all": say(sum(counts) / weeks, 1), "day": day_name(at // 24), "hour": at % 24, "most": say(counts[at] / weeks, 2)}
    return str(_("%(all)s calls a week with need not met; most on %(day)s at %(hour)s:00, %(most)s a week") % told)


def say_days() -> list[str]:
    """Monday first."""
    return [str(WEEKDAYS_ABBR[day]) for day in range(7)]


def say_places(asked: Question, found: Found) -> list[dict[str, str]]:
    """Where most need was not met."""
    return [{"label": one.label, "today": one.today, "plan": one.plan} for one in list_places(found, asked.world)[:MOST_PLACES]]
