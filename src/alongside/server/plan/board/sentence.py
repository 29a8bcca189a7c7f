"""The one sentence: what is otherwise, what that does, what it costs."""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from alongside.server.plan.board.results import LEFT, MINUTES, NOT_TAKEN, ROWS, is_equal, leaves_more, say_ends, say_money, say_number
from alongside.twin.whatif.told import Compared, Found

MEDIAN = "response_median"
SAYS = {
    "response_p90": _lazy("9 of 10 responses within %(before)s → %(after)s min"),
    "without_police": _lazy("without police %(before)s → %(after)s %% of the calls a crew came to"),
    "unmet": _lazy("need not met %(before)s → %(after)s calls a week"),
    "never_sent": _lazy("nobody sent to %(before)s → %(after)s calls a week"),
    "police_hours": _lazy("officer hours %(before)s → %(after)s a week"),
    "referred_for_want_of_a_place": _lazy("no place said yes to %(before)s → %(after)s people a week"),
}  # fmt: skip


def say_answer(changes: str, terms: list[str], found: Found | None, side: str, cost: float) -> str:
    """What is otherwise, the figure that tells most of it, and the cost."""
    said = ", ".join([changes or _("The same roster"), *terms])
    told = found.compared.get(side, {}) if found else {}
    figures = "; ".join(say_figure(id, told, found.weeks) for id in list_told(told, found.weeks)) if found else ""
    said = f"{said}: {figures}" if figures else said
    return f"{said}; {say_cost(cost)}."


def list_told(told: Mapping[str, Compared], weeks: int) -> list[str]:
    """The figure that tells most; beside it, or alone where nobody is reached at all, how many more calls nobody is sent to."""
    first = [tells_most(told, weeks)] if MEDIAN in told else []
    is_said = NOT_TAKEN in told and not is_equal(told[NOT_TAKEN])  # with the program, before the figures
    return [*first, LEFT] if leaves_more(told) and LEFT not in first and not is_said else first


def tells_most(told: Mapping[str, Compared], weeks: int) -> str:
    """The median response where it clearly differs in what is printed. Else the first figure, in the order of the table, that does so
    beyond what looking at all of them would find by chance; else the median again."""
    if told[MEDIAN].is_clear and is_seen(MEDIAN, told[MEDIAN], weeks):
        return MEDIAN
    return next((id for id in SAYS if id in told and told[id].is_clear_among_all and is_seen(id, told[id], weeks)), MEDIAN)


def is_seen(id: str, one: Compared, weeks: int) -> bool:
    """Whether before and after are printed otherwise."""
    kind = ROWS[id][1]
    return say_number(one.before, kind, weeks) != say_number(one.after, kind, weeks)


def say_figure(id: str, told: Mapping[str, Compared], weeks: int) -> str:
    """Before, after, and between which the difference lies."""
    if id == MEDIAN:
        return say_median(told[id])
    one, kind = told[id], ROWS[id][1]
    values = {"before": say_number(one.before, kind, weeks), "after": say_number(one.after, kind, weeks)}
    return str(_("%(figure)s, 95 %% between %(low)s and %(high)s") % {"figure": str(SAYS[id]) % values, **say_ends(one, kind, weeks)})


def say_median(one: Compared) -> str:
    told = {"before": say_number(one.before, MINUTES, 1), "after": say_number(one.after, MINUTES, 1), **say_ends(one, MINUTES, 1)}
    if one.low is None:
        return str(_("median response %(before)s → %(after)s min (one run: no interval yet)") % told)
    if is_equal(one):
        return str(_("median response %(before)s min in both: no difference") % told)
    if one.is_clear:
        return str(_("median response %(before)s → %(after)s min, 95 %% between %(low)s and %(high)s") % told)
    return str(_("median response %(before)s → %(after)s min, 95 %% between %(low)s and %(high)s: this may be chance") % told)


def say_cost(cost: float) -> str:
    """What it costs beside today's."""
    if round(cost) == 0:
        return str(_("the same cost"))
    money = say_money(abs(cost))
    return str(_("%(money)s a year more") % {"money": money} if cost > 0 else _("%(money)s a year less") % {"money": money})
