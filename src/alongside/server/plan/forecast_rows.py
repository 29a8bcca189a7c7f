"""The forecast as sentences and rows of its tables."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.utils.translation import ngettext

from alongside.evaluate.forecast.breaks import Break
from alongside.evaluate.forecast.score import Score
from alongside.evaluate.forecast.whole import Whole
from alongside.server.plan.figures import say
from alongside.server.site.templatetags.times import say_day

KIND_WORDS = {"behavioural": _lazy("Calls that say behavioral health"), "all": _lazy("All calls")}
ASKED_OF_IT = 0.15


@dataclass(frozen=True)
class Day:
    """One day to come: expected calls, and bounds that nine in ten such days keep to."""

    day: date
    mean: float
    low: int
    high: int


def list_days(whole: Whole) -> list[Day]:
    """The fourteen days."""
    told = whole.told
    return [
        Day(whole.past.end + timedelta(days=at), float(mean), int(bounds[0]), int(bounds[-1]))
        for at, (mean, bounds) in enumerate(zip(told.day_mean, told.day_quantiles, strict=True))
    ]


@dataclass(frozen=True)
class Row:
    """One forecast from earlier, beside what came."""

    made: date
    due: float
    came: float
    off: str
    inside: int
    better: int


def list_trials(score: Score | None) -> list[Row]:
    """Newest last."""
    found = score.trials if score else ()
    return [
        Row(one.made, one.due, one.came, f"{100 * (one.due / one.came - 1):+.0f}" if one.came else "–",
            round(100 * one.inside), round(100 * (1 - one.loss / one.plain)) if one.plain else 0)
        for one in found
    ]  # fmt: skip


def say_score(score: Score | None) -> dict[str, object]:
    """One sentence on how good it is, and whether that is good enough."""
    if score is None:
        said = _("How good it is cannot be said: to hold two weeks back, the history since its last break must have four whole weeks.")
        return {"said": said, "good": False}
    said = ngettext(
        "%(n)s forecast made from earlier weeks, held against the two weeks that followed: %(better)s %% less off (pinball loss) "
        "than saying “as last week”; %(inside)s %% of hours fell within the interval meant for 90 %%.",
        "%(n)s forecasts made from earlier weeks, each held against the two weeks that followed: %(better)s %% less off (pinball loss) "
        "than saying “as last week”; %(inside)s %% of hours fell within the interval meant for 90 %%.",
        len(score.trials),
    )
    numbers = {"n": len(score.trials), "better": say(100 * score.better), "inside": say(100 * score.inside)}
    return {"said": said % numbers, "good": score.better >= ASKED_OF_IT}


def say_breaks(whole: Whole) -> list[str]:
    """A sentence for each day from which the history counts otherwise, and what it would have done to a forecast."""
    said = [say_break(one) for one in whole.breaks]
    if whole.eve:
        told = _(
            "A forecast made on its eve would have said %(due)s calls for the two weeks after; %(came)s came, and %(inside)s %% of hours "
            "fell within the interval meant for 90 %%. Only days since then are learned from."
        )
        eve = whole.eve
        said.append(told % {"due": say(eve.due), "came": say(eve.came), "inside": say(100 * eve.inside)})
    return said


def say_break(one: Break) -> str:
    told = (
        _("From %(day)s on the history counts %(after)s calls a day instead of %(before)s, %(step)s %% more, from one day to the next.")
        if one.step > 0
        else _(
            "From %(day)s on the history counts %(after)s calls a day instead of %(before)s, %(step)s %% fewer, from one day to the next."
        )
    )
    numbers = {
        "day": say_day(one.day), "after": say(one.after), "before": say(one.before),
        "step": say(abs(100 * one.step)),
    }  # fmt: skip
    why = (
        _("Its mapping knows why: there the rule “%(era)s” begins. It is a change in what is written down, not in need.") % {"era": one.era}
        if one.era
        else _("Need does not change so; look for a change in what is written down, and name it in the mapping.")
    )
    return f"{told % numbers} {why}"
