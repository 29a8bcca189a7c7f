"""What was found, as rows: today's beside the plan's, each difference with its interval."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from alongside.server.plan.figures import say
from alongside.twin.whatif.told import Compared, Found

SMALL = 0.1
MINUTES, SHARE, WEEKLY = "minutes", "share", "weekly"
# Figure: label, how it is said, whether less of it is better (None: neither), what it counts.
ROWS = {
    "response_median": (_lazy("Response, median"), MINUTES, True, _lazy("first ring to the first crew on scene")),
    "response_p90": (_lazy("Response, 9 of 10 within"), MINUTES, True, _lazy("first ring to the first crew on scene")),
    "without_police": (_lazy("Without police"), SHARE, False, _lazy("of calls a crew came to")),
    "unmet": (_lazy("Need not met"), WEEKLY, True, _lazy("calls a week that wanted a better suited crew than could go")),
    "never_sent": (_lazy("Nobody sent"), WEEKLY, True, _lazy("calls a week nobody went to, with those the policy sends nobody to")),
    "not_taken": (_lazy("Not taken"), WEEKLY, True, _lazy("calls a week from where the program answers nobody; counted at “Nobody sent”")),
    "police_hours": (_lazy("Officer hours"), WEEKLY, True, _lazy("a week on such calls; less is hours freed")),
    "referred_for_want_of_a_place": (_lazy("No place said yes"), WEEKLY, True, _lazy("people a week whom every facility asked declined")),
    "calls": (_lazy("Calls"), WEEKLY, None, _lazy("a week")),
}  # fmt: skip
UNITS = {MINUTES: _lazy("%(n)s min"), SHARE: _lazy("%(n)s points"), WEEKLY: "%(n)s"}  # of a difference
BETTER, WORSE, CHANCE, SAME = _lazy("better"), _lazy("worse"), _lazy("may be chance"), _lazy("the same")
NOT_TAKEN, OTHERS = "not_taken", _lazy("of other calls")
LEFT, FEWER, MANY = "never_sent", _lazy("of fewer calls"), 0.01  # of all calls: from here on a plan is said to leave more to nobody
OF_ALL = {NOT_TAKEN, LEFT, "calls"}  # figures of everybody who calls; all others are of the calls a program takes


@dataclass(frozen=True)
class Row:
    """One figure in words."""

    id: str
    label: str
    what: str
    before: str
    after: str
    change: str
    interval: str
    verdict: str
    state: str  # better, worse, ""


def list_rows(found: Found, side: str) -> list[Row]:
    """In the order an agency asks. Whom a program does not take is a row where there is anybody: then other figures are of other people,
    and neither better nor worse. Where a plan leaves clearly more calls to nobody, nothing of the calls that are left is better."""
    told = found.compared.get(side, {})
    others = told.get(NOT_TAKEN)
    rows = [row(id, one, found.weeks) for id in ROWS if (one := told.get(id)) and (id != NOT_TAKEN or one.before or one.after)]
    if others is None or is_equal(others):
        return [replace(one, verdict=str(FEWER), state="") if is_of_fewer(one, told) else one for one in rows]
    return [one if one.id in OF_ALL else replace(one, verdict=str(OTHERS), state="") for one in rows]


def is_of_fewer(one: Row, told: Mapping[str, Compared]) -> bool:
    """Whether it looks better, and is of the calls that somebody still goes to."""
    return one.state == "better" and one.id not in OF_ALL and leaves_more(told)


def leaves_more(told: Mapping[str, Compared]) -> bool:
    """Whether nobody is sent to clearly more calls than today."""
    left, calls = told.get(LEFT), told.get("calls")
    return left is not None and calls is not None and left.is_clear_among_all and left.mean > MANY * calls.after


def row(id: str, one: Compared, weeks: int) -> Row:
    label, kind, less_is_better, what = ROWS[id]
    verdict, state = judge(one, less_is_better)
    interval = ""
    if one.low is not None and one.high is not None:
        interval = _("%(low)s to %(high)s") % say_ends(one, kind, weeks)
    change = UNITS[kind] % {"n": say_change(one.mean, kind, weeks)}
    numbers = (say_value(one.before, kind, weeks), say_value(one.after, kind, weeks), change)
    return Row(id, str(label), str(what), *numbers, interval, verdict, state)


def judge(one: Compared, less_is_better: bool | None) -> tuple[str, str]:
    """Whether the difference is clear, and which way."""
    if is_equal(one):
        return str(SAME), ""
    if not one.is_clear:
        return str(CHANCE), ""
    if less_is_better is None:
        return "", ""
    good = (one.mean < 0) == less_is_better
    return (str(BETTER), "better") if good else (str(WORSE), "worse")


def is_equal(one: Compared) -> bool:
    """Whether no run differed."""
    return one.mean == 0 and one.low in (None, 0) and one.high in (None, 0)


def scaled(value: float, kind: str, weeks: int) -> float:
    return value * 100 if kind == SHARE else value / weeks if kind == WEEKLY else value


def say_number(value: float, kind: str, weeks: int) -> str:
    """Without its unit."""
    return say(scaled(value, kind, weeks), 1)


def say_value(value: float, kind: str, weeks: int) -> str:
    """With its unit."""
    units: Mapping[str, str] = {MINUTES: _("%(n)s min"), SHARE: _("%(n)s %%"), WEEKLY: "%(n)s"}
    return units[kind] % {"n": say_number(value, kind, weeks)}


def say_ends(one: Compared, kind: str, weeks: int) -> dict[str, str]:
    """Both ends of an interval, as exactly as the smaller of them needs."""
    ends = {"low": one.low or 0, "high": one.high or 0}
    digits = max(digits_of(scaled(end, kind, weeks)) for end in ends.values())
    return {name: say_change(end, kind, weeks, digits) for name, end in ends.items()}


def digits_of(number: float) -> int:
    return 2 if 0 < abs(number) < SMALL else 1  # a small difference is not none


def say_change(value: float, kind: str, weeks: int, digits: int = 0) -> str:
    """With its sign."""
    number = scaled(value, kind, weeks)
    digits = digits or digits_of(number)
    sign = "" if round(number, digits) == 0 else "+" if number > 0 else "−"
    return f"{sign}{say(abs(number), digits)}"


def say_money(value: float) -> str:
    """Whole dollars, with the sign in front."""
    sign = "−" if value < 0 else ""
    return f"{sign}${say(abs(value))}"
