"""Until when: the time that counts is counted, through changes of the clock and around days that do not count.

An hour is an hour: 72 h are 72 hours that pass, not three days on a wall clock. An excluded day is a whole local day, be it 23 or 25 hours.
"""

from bisect import bisect_right
from collections.abc import Sequence

from alongside.core.holds.rules import HoldKind, Jurisdiction

DAY_MS = 86_400_000
THURSDAY = 3  # 1970-01-01


def latest_time(law: Jurisdiction, kind: HoldKind, started_at: int) -> int:
    """The moment (ms UTC) at which the maximum has been used up, moved to the next working day where the law says so."""
    return _moved(law, kind, _used_up(law, kind, started_at))


def _used_up(law: Jurisdiction, kind: HoldKind, started_at: int) -> int:
    """The earliest such moment, where it falls on the edge of an excluded day."""
    left, now = kind.maximum_ms, started_at
    while True:
        ends, counts = _stretch(law.offsets, kind, now)
        if counts and ends - now >= left:
            return now + left
        left, now = left - (ends - now if counts else 0), ends


def _moved(law: Jurisdiction, kind: HoldKind, at: int) -> int:
    """Midnight belongs to both days: it moves only where both are off. Nobody is held longer than the words of the law need."""
    if not kind.moves_to or not (_is_off(law, kind, at) and _is_off(law, kind, at - 1)):
        return at
    day, clock = divmod(local_ms(law, at), DAY_MS)
    while _is_day_off(kind, day):
        day += 1
    to = {"start_of_day": 0, "same_clock": clock, "end_of_day": DAY_MS}[kind.moves_to]
    return _first_at(law.offsets, day * DAY_MS + to)


def _is_off(law: Jurisdiction, kind: HoldKind, at: int) -> bool:
    return _is_day_off(kind, local_ms(law, at) // DAY_MS)


def _is_day_off(kind: HoldKind, day: int) -> bool:
    return (day + THURSDAY) % 7 in kind.off or day in kind.off_days


def _first_at(offsets: Sequence[tuple[int, int]], local: int) -> int:
    """The first moment at which clocks there show this or more: of an hour that comes twice the first, of one left out its end."""
    at = max(bisect_right(offsets, local - 2 * DAY_MS, key=lambda one: one[0]) - 1, 0)
    while at + 1 < len(offsets) and local - offsets[at][1] >= offsets[at + 1][0]:
        at += 1
    return max(offsets[at][0], local - offsets[at][1])


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
