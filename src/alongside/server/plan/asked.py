"""The figures somebody put into the address of the need calculator, and what is wrong with them."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from alongside.evaluate.need.calculate import first_triage_sum
from alongside.evaluate.need.constants import Constant, list_constants
from alongside.server.plan.figures import say

LONGEST = 20


def read_figures(asked: Mapping[str, str]) -> tuple[dict[str, float], dict[str, str]]:
    """(every figure, the usual one where none was put in; a sentence for each that cannot be)."""
    figures, wrong = {}, {}
    for one in list_constants():
        text = asked.get(one.id, "").strip()
        value = read_number(text) if text else one.value
        if value is None or not one.least <= value <= one.most:
            wrong[one.id] = say_bounds(one)
        figures[one.id] = one.value if value is None else value
    if not wrong and first_triage_sum(figures) > 100.0001:
        wrong["first_mobile"] = _("The three first ways add up to %(sum)s %%; they cannot be more than 100 %%. Lower one of them.") % {
            "sum": say(first_triage_sum(figures), 1)
        }
    return figures, wrong


def read_number(text: str) -> float | None:
    """A number as a browser sends it, or with one decimal comma; None where it is none."""
    try:
        return float(text.replace(",", ".", 1)) if len(text) <= LONGEST else None
    except ValueError:
        return None


def say_bounds(one: Constant) -> str:
    least, most = (say(value, 0 if value == int(value) else 2) for value in (one.least, one.most))
    return str(_("This must be a number from %(least)s to %(most)s.") % {"least": least, "most": most})


def permalink(figures: Mapping[str, float]) -> str:
    """The address of exactly these figures; those that are as usual need not be said."""
    changed = [(one.id, figures[one.id]) for one in list_constants() if figures[one.id] != one.value]
    return "&".join(f"{id}={value:.10g}" for id, value in changed)
