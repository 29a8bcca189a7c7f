"""Until when: the time that counts is counted, through changes of the clock and around days that do not count.

An hour is an hour: 72 h are 72 hours that pass, not three days on a wall clock. An excluded day is a whole local day, be it 23 or 25 hours.
"""

from bisect import bisect_right
from collections.abc import Sequence

from alongside.core.holds.rules import HoldKind, Jurisdiction

DAY_MS = 86_400_000
THURSDAY = 3  # 1970-01-01


def latest_time(law: Jurisdiction, kind: HoldKind, started_at: int) -> int:
    """The moment (ms UTC) at which the maximum has been used up: the earliest, where it falls on the edge of an excluded day."""
    left, now = kind.maximum_ms, started_at
    while True:
        ends, counts = _stretch(law.offsets, kind, now)
        if counts and ends - now >= left:
            return now + left
        left, now = left - (ends - now if counts else 0), ends


def local_ms(law: Jurisdiction, at: int) -> int:
    """The same moment on the clocks of that place, counted as if they were UTC: what stands on a paper."""
    return at + law.offsets[max(bisect_right(law.offsets, at, key=lambda one: one[0]) - 1, 0)][1]


def _stretch(offsets: Sequence[tuple[int, int]], kind: HoldKind, now: int) -> tuple[int, bool]:
    """(until when the local day and its distance from UTC stay what they are, whether this time counts)."""
    at = bisect_right(offsets, now, key=lambda one: one[0])
    offset = offsets[max(at - 1, 0)][1]
    day = (now + offset) // DAY_MS
    midnight = (day + 1) * DAY_MS - offset
    ends = min(midnight, offsets[at][0]) if at < len(offsets) else midnight
    return ends, (day + THURSDAY) % 7 not in kind.excluded and day not in kind.holidays
