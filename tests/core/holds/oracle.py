"""The latest time, counted otherwise: every minute of every hour from 2019 to 2046 is written down with whether it counts, and added up."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np

FIRST, LAST = datetime(2019, 1, 1, tzinfo=UTC), datetime(2046, 6, 1, tzinfo=UTC)
START_MS = round(FIRST.timestamp() * 1000)
MINUTE = 60_000
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class Minutes:
    """One zone and one set of days that do not count. US clocks change on the full hour, so each hour has one local day at its start."""

    def __init__(self, zone: str, excluded: tuple[str, ...], holidays: frozenset[date]) -> None:
        hours = int((LAST - FIRST) / timedelta(hours=1))
        local = (datetime.fromtimestamp(FIRST.timestamp() + hour * 3600, ZoneInfo(zone)).date() for hour in range(hours))
        names = [WEEKDAYS.index(name) for name in excluded]
        out = {day: day.weekday() in names or day in holidays for day in _days()}
        counts = np.fromiter((not out[day] for day in local), dtype=bool, count=hours)
        self.counts = np.repeat(counts, 60)
        offsets = (datetime.fromtimestamp(FIRST.timestamp() + hour * 3600, ZoneInfo(zone)).utcoffset() for hour in range(hours))
        shift = np.fromiter((int((one or timedelta()) / timedelta(minutes=1)) for one in offsets), dtype=np.int64, count=hours)
        self.local = np.arange(hours * 60, dtype=np.int64) + START_MS // MINUTE + np.repeat(shift, 60)  # what clocks show, in minutes
        self.used = np.concatenate(([0], np.cumsum(self.counts, dtype=np.int64)))  # minutes that counted before each minute

    def latest(self, started_ms: int, maximum_ms: int) -> int:
        """As the core is asked; both ms."""
        minute, rest = divmod(started_ms - START_MS, MINUTE)
        target = int(self.used[minute]) * MINUTE + maximum_ms + (rest if self.counts[minute] else 0)
        whole, part = divmod(target, MINUTE)
        after = int(np.searchsorted(self.used, whole, side="left"))  # the first minute before which so many were used up
        if not part:
            return START_MS + after * MINUTE
        following = int(np.searchsorted(self.used, whole + 1, side="left"))  # the minute in which the last part is used ends here
        return START_MS + (following - 1) * MINUTE + part

    def moved(self, at: int, off: Callable[[date], bool], to: str) -> int:
        """An end on a day that is off, on the next that is not; searched for minute by minute on what clocks show."""
        minute, rest = divmod(at - START_MS, MINUTE)
        today = _date(self.local[minute])
        if not off(today) or not off(_date(self.local[(at - 1 - START_MS) // MINUTE])):
            return at
        day = next(one for n in range(1, 40) if not off(one := today + timedelta(days=n)))
        first = (day - date(1970, 1, 1)).days * 1_440
        shown = {"start_of_day": first, "same_clock": first + int(self.local[minute]) % 1_440, "end_of_day": first + 1_440}[to]
        found = minute + int(np.argmax(self.local[minute : minute + 60 * 24 * 45] >= shown))
        is_exact = to == "same_clock" and self.local[found] == shown
        return START_MS + found * MINUTE + (rest if is_exact else 0)


def _date(minutes: int) -> date:
    return date(1970, 1, 1) + timedelta(days=int(minutes) // 1_440)


def _days() -> list[date]:
    first = FIRST.date() - timedelta(days=2)
    return [first + timedelta(days=n) for n in range((LAST.date() - first).days + 3)]
