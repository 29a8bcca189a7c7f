"""A date of birth among the words gives the band of age: the day stays in the vault, the ledger learns a band and a year."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from alongside.core.person.requests import RecordPerson, WriteItems
from alongside.core.refused import Refused
from alongside.core.registry.requests import EnrollPerson
from alongside.core.request import Request

LIMITS = ((12, "child"), (18, "teen"))
OLDEST = 130


def with_age(request: Request, texts: Mapping[str, Any], now: int, zone: str) -> Request:
    """The request with the band its date of birth gives. Raises ``Refused("birth_date_wrong")`` for what is no such day."""
    said = texts.get("birth_date") if isinstance(texts, dict) else None
    if not isinstance(request, RecordPerson | WriteItems | EnrollPerson) or request.band or not isinstance(said, str) or not said.strip():
        return request
    today = _today(now, zone)
    band, year = band_of(read_day(said, today), today)
    return replace(request, band=band, band_until=None if year is None else _starts(year, zone))


def next_year(now: int, zone: str) -> int:
    """The first moment of next year (ms UTC): as long as an age that somebody only judged by eye may count."""
    return _starts(_today(now, zone).year + 1, zone)


def _today(now: int, zone: str) -> date:
    return datetime.fromtimestamp(now / 1000, UTC).astimezone(ZoneInfo(zone)).date()


def _starts(year: int, zone: str) -> int:
    return round(datetime(year, 1, 1, tzinfo=ZoneInfo(zone)).timestamp() * 1000)


def read_day(said: str, today: date) -> date:
    """A day somebody now living was born on, as 1990-05-23."""
    try:
        day = date.fromisoformat(said.strip())
    except ValueError as unreadable:
        raise Refused("birth_date_wrong") from unreadable
    if not today.year - OLDEST <= day.year or day > today:
        raise Refused("birth_date_wrong")
    return day


def band_of(birth: date, today: date) -> tuple[str, int | None]:
    """(band, the year in which it may change). In that very year, before the birthday, the careful answer is unknown."""
    age = today.year - birth.year - ((today.month, today.day) < (birth.month, birth.day))
    for limit, band in LIMITS:
        if age < limit:
            changes = birth.year + limit
            return (band, changes) if changes > today.year else ("unknown", None)
    return "adult", None
