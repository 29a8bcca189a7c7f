"""Opening hours as directories write them: by day with times, or not at all."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from alongside.core.intake.protocol import Hours
from alongside.library.directory.spec import DAYS

CLOCK = re.compile(r"(\d{1,2})(?::(\d\d))?(?::\d\d)?\s*([ap])?\.?m?\.?(?:Z|[+-]\d\d:?\d\d)?", re.IGNORECASE)
ALL_DAY = re.compile(r"24\s*(?:h|/)", re.IGNORECASE)
DAY = 1440


def hours_of(schedules: Iterable[Mapping[str, Any]]) -> tuple[Hours, ...] | None:
    """The hours these schedules say; None where none of them says any. What comes once a month counts as unknown."""
    read = [hours for one in schedules if one.get("freq") != "MONTHLY" and (hours := _read(one)) is not None]
    return tuple(read) or None


def _read(one: Mapping[str, Any]) -> Hours | None:
    opens, closes = str(one.get("opens_at", "")), str(one.get("closes_at", ""))
    days = frozenset(DAYS.index(day) for part in str(one.get("byday", "")).split(",") if (day := part.strip()[-2:]) in DAYS)
    if ALL_DAY.match(opens):
        return Hours(days or frozenset(range(7)), 0, DAY)
    start, end = minute_of(opens), minute_of(closes)
    if start is None or end is None or not days:
        return None
    return Hours(days, start, DAY if end in (0, start) else end)


def minute_of(text: str) -> int | None:
    """The minute of the day of “9:00am”, “21:30”, “09:00-05:00”; None where it is none."""
    found = CLOCK.fullmatch(text.strip())
    if not found:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").casefold()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return hour * 60 + minute if minute < 60 and hour * 60 + minute <= DAY else None
