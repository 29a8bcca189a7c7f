"""The changes of an area's wall clock as data for the core, which asks no machine for the time."""

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from alongside.core.local_time import LocalTime

FIRST, LAST = 2010, 2046
SECOND = timedelta(seconds=1)


@lru_cache(maxsize=64)
def local_time_of(zone: str) -> LocalTime:
    """Every change of the clock of this IANA zone from 2010 to 2045, to the second."""
    here = ZoneInfo(zone)
    day, end = datetime(FIRST, 1, 1, tzinfo=UTC), datetime(LAST, 1, 1, tzinfo=UTC)
    turns = [(_ms(day), _east_ms(day, here))]
    while day < end:
        after = day + timedelta(days=1)
        if _east_ms(after, here) != turns[-1][1]:
            at = _turn(day, after, here)
            turns.append((_ms(at), _east_ms(at, here)))
        day = after
    return LocalTime(tuple(turns))


def _turn(before: datetime, after: datetime, here: ZoneInfo) -> datetime:
    """The first second of the new time, between two moments."""
    old = _east_ms(before, here)
    while after - before > SECOND:
        middle = before + timedelta(seconds=(after - before) // SECOND // 2)
        before, after = (middle, after) if _east_ms(middle, here) == old else (before, middle)
    return after


def _east_ms(at: datetime, here: ZoneInfo) -> int:
    offset = at.astimezone(here).utcoffset()
    assert offset is not None
    return round(offset.total_seconds() * 1000)


def _ms(at: datetime) -> int:
    return round(at.timestamp() * 1000)
