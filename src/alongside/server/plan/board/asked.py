"""Numbers, days and hours as a form sends them; each that cannot be by its code."""

from collections.abc import Mapping

from django.http import QueryDict

from alongside.twin.whatif import moves, plan
from alongside.twin.whatif.hours import DAY_HOURS, Group
from alongside.twin.whatif.moves import CannotBe


def group_of(told: QueryDict, *, always: bool = False) -> Group:
    """Days, from and hours of a form."""
    if always:
        return Group(0, 0, ())
    days = tuple(sorted({int(day) for day in told.getlist("day") if day.isdecimal() and len(day) < 3}))
    if not days:
        raise CannotBe("days")
    begins = number(told, "from", "from")
    if not 0 <= begins < DAY_HOURS:
        raise CannotBe("from")
    return Group(begins, number(told, "hours", "hours"), days)


def whole(told: Mapping[str, str], name: str, code: str) -> int:
    """A whole number of a form; else the code of what cannot be."""
    text = told.get(name, "")
    if not (text.isascii() and text.isdecimal() and len(text) < 10):
        raise CannotBe(code, **BOUNDS.get(code, {}))
    return int(text)


def number(told: Mapping[str, str], name: str, code: str) -> float:
    """Hours, as 16.5 or 16:30."""
    text = told.get(name, "").strip()[:8].replace(",", ".")
    hour, colon, minute = text.partition(":")
    try:
        value = float(hour) + (int(minute) / 60 if colon else 0)
    except ValueError:
        value = float("nan")
    if not 0 <= value < 1000:
        raise CannotBe(code, **BOUNDS.get(code, {}))
    return value


BOUNDS: Mapping[str, Mapping[str, object]] = {
    "count": {"least": 1, "most": moves.MOST_AT_ONCE}, "demand": {"least": plan.LEAST_DEMAND, "most": plan.MOST_DEMAND},
    "weeks": {"least": 1, "most": plan.MOST_WEEKS}, "runs": {"least": 2, "most": plan.MOST_RUNS},
    "hours": {"least": "½", "most": DAY_HOURS}, "no_shift": {"unit": ""},
}  # fmt: skip
