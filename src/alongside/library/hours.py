"""Reads opening hours and shifts: ``mon-fri 06:00-22:00``; ``daily 00:00-24:00``."""

import re

from alongside.core.intake.protocol import Hours
from alongside.library.shape import Part

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SPAN = re.compile(r"(daily|[a-z]{3}(?:-[a-z]{3})?) (\d\d):(\d\d)-(\d\d):(\d\d)")


def read_hours(part: Part, key: str) -> tuple[Hours, ...]:
    """One line, or a list of lines; nothing written means always."""
    value = part.at(key).value
    if value is None:
        return ()
    lines = value if isinstance(value, list) else [value]
    where = [part.at(key, index) if isinstance(value, list) else part.at(key) for index in range(len(lines))]
    return tuple(_read_line(below) for below in where)


def _read_line(part: Part) -> Hours:
    found = SPAN.fullmatch(str(part.value).strip())
    wrong = "must be written like “mon-fri 06:00-22:00” or “daily 18:00-02:00”"
    if not found:
        raise part.mistake(wrong)
    start, end = int(found[2]) * 60 + int(found[3]), int(found[4]) * 60 + int(found[5])
    if start >= 1440 or end > 1440 or int(found[3]) > 59 or int(found[5]) > 59 or start == end:
        raise part.mistake(wrong)
    days = _read_days(found[1])
    if days is None:
        raise part.mistake(f"names a day that is not one of {', '.join(DAYS)}")
    return Hours(days, start, end)


def _read_days(text: str) -> frozenset[int] | None:
    if text == "daily":
        return frozenset(range(7))
    first, _, last = text.partition("-")
    if first not in DAYS or (last or first) not in DAYS:
        return None
    start, end = DAYS.index(first), DAYS.index(last or first)
    return frozenset(day % 7 for day in range(start, end + 1 if end >= start else end + 8))
