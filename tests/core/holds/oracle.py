"""The latest time, counted otherwise: every minute of every hour from 2019 to 2046 is written down with whether it counts, and added up."""

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


def _days() -> list[date]:
    first = FIRST.date() - timedelta(days=2)
    return [first + timedelta(days=n) for n in range((LAST.date() - first).days + 3)]
