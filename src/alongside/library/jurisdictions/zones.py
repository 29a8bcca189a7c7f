"""How far local time is from UTC, from when to when: the core knows no zones, so it is told every change of the clock."""

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from alongside.library.shape import Part

FIRST, LAST = datetime(2015, 1, 1, tzinfo=UTC), datetime(2051, 1, 1, tzinfo=UTC)
LONG_AGO = -(2**53)


def read_zone(part: Part) -> str:
    """The zone's name. Raises ``Mistake`` for one that nobody knows."""
    name = part.text("zone")
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as unknown:
        raise part.mistake("must be a time zone such as America/Denver", "zone") from unknown
    return name


@lru_cache(maxsize=64)
def offsets_of(name: str) -> tuple[tuple[int, int], ...]:
    """((from when, ms UTC), (local minus UTC, ms)) of each stretch between two changes, from 2015 to 2050; the last one goes on."""
    zone = ZoneInfo(name)
    found, at, now = [(LONG_AGO, _offset(zone, FIRST))], FIRST, _offset(zone, FIRST)
    while at < LAST:
        after = at + timedelta(days=7)
        if _offset(zone, after) != now:
            change = _find_change(zone, at, after)
            now = _offset(zone, change)
            found.append((round(change.timestamp() * 1000), now))
            after = change
        at = after
    return tuple(found)


def _find_change(zone: ZoneInfo, before: datetime, after: datetime) -> datetime:
    """The first second at which the distance is another one than at ``before``."""
    was = _offset(zone, before)
    while after - before > timedelta(seconds=1):
        middle = before + timedelta(seconds=round((after - before) / timedelta(seconds=2)))
        before, after = (middle, after) if _offset(zone, middle) == was else (before, middle)
    return after


def _offset(zone: ZoneInfo, at: datetime) -> int:
    distance = at.astimezone(zone).utcoffset()
    return (distance or timedelta()) // timedelta(milliseconds=1)
