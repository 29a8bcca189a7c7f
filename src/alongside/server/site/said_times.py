"""A moment in a sentence: the clock alone on the fact's own day, else with its day by the month's name; its year where that differs."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def say_clock(at: int, zone: str) -> str:
    """20:41."""
    return f"{_local(at, zone):%H:%M}"


def say_day(day: date, language: str, month: Callable[[str], str]) -> str:
    """14 Jan 2027; in Spanish months are written small: 14 ene 2027."""
    name = MONTHS[day.month - 1]
    return f"{day.day} {name.capitalize() if language == 'en' else month(name)} {day.year}"


def say_moment(at: int, zone: str, month: Callable[[str], str], told_at: int | None, with_day: bool = False) -> str:
    """20:41, or 14 Jan 20:41, or 14 Jan 2027 20:41, to who reads what happened at ``told_at`` (ms UTC); ``month`` tells a month's name."""
    then, told = _local(at, zone), None if told_at is None else _local(told_at, zone)
    if not with_day and (told is None or told.date() == then.date()):
        return f"{then:%H:%M}"
    day = f"{then.day} {month(MONTHS[then.month - 1])}"
    return f"{day} {then:%H:%M}" if told and told.year == then.year else f"{day} {then:%Y %H:%M}"


def _local(at: int, zone: str) -> datetime:
    return datetime.fromtimestamp(at / 1000, UTC).astimezone(ZoneInfo(zone))
