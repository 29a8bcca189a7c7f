"""Local wall-clock time → UTC, exactly and quickly: the zone's offset changes are looked up once, then every row is a search."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import numpy as np
import numpy.typing as npt

Millis = npt.NDArray[np.int64]
PLAIN, GAP, FOLD = 0, 1, 2
HOUR = timedelta(hours=1)
EPOCH = datetime(1970, 1, 1)


@dataclass(frozen=True)
class Clock:
    """Wall-clock spans of one zone: from `starts[i]` (local ms) the offset is `first[i]`, or, in a fold, `first[i]` then `second[i]`."""

    starts: Millis
    first: Millis
    second: Millis
    kind: npt.NDArray[np.int8]

    def to_utc(self, local_ms: Millis) -> tuple[Millis, Millis, npt.NDArray[np.int8]]:
        """Earlier and later UTC reading of each local time, and PLAIN, GAP or FOLD.

        A time in a gap is read with the offset from before it, as a clock that nobody had yet put forward would show."""
        at = np.searchsorted(self.starts, local_ms, side="right") - 1
        return local_ms - self.first[at], local_ms - self.second[at], self.kind[at]


@cache
def clock_of(zone: ZoneInfo, first_year: int, last_year: int) -> Clock:
    """The zone's spans over those years (a year more on each side)."""
    start = datetime(first_year - 1, 1, 1, tzinfo=UTC)
    offset = offset_ms(zone, start)
    spans = [(-(2**62), offset, offset, PLAIN)]
    for change in list_changes(zone, start, datetime(last_year + 2, 1, 1, tzinfo=UTC)):
        before, after = offset, offset_ms(zone, change)
        wall = as_ms(change.replace(tzinfo=None))
        if after > before:
            spans += [(wall + before, before, before, GAP), (wall + after, after, after, PLAIN)]
        elif after < before:
            spans += [(wall + after, before, after, FOLD), (wall + before, after, after, PLAIN)]
        offset = after
    columns = list(zip(*spans, strict=True))
    starts, firsts, seconds = (np.array(column, np.int64) for column in columns[:3])
    return Clock(starts, firsts, seconds, np.array(columns[3], np.int8))


def list_changes(zone: ZoneInfo, start: datetime, end: datetime) -> list[datetime]:
    """The instants (UTC, to the second) at which the zone's offset changes."""
    changes, at = [], start
    while at < end:
        then = at + timedelta(days=7)
        if zone.utcoffset(at.astimezone(zone)) != zone.utcoffset(then.astimezone(zone)):
            changes.append(narrow(zone, at, then))
        at = then
    return changes


def narrow(zone: ZoneInfo, low: datetime, high: datetime) -> datetime:
    before = offset_ms(zone, low)
    while high - low > timedelta(seconds=1):
        middle = low + timedelta(seconds=int((high - low).total_seconds()) // 2)
        low, high = (middle, high) if offset_ms(zone, middle) == before else (low, middle)
    return high


def offset_ms(zone: ZoneInfo, at: datetime) -> int:
    offset = at.astimezone(zone).utcoffset()
    return round(offset.total_seconds() * 1000) if offset is not None else 0


def as_ms(naive: datetime) -> int:
    return round((naive - EPOCH).total_seconds() * 1000)


class FoldWalk:
    """Which pass of a repeated hour each call belongs to, told by its neighbours: in a list kept in order of time, a
    clock that falls back by more than `BACK` between neighbours has been put back."""

    BACK = 20 * 60_000
    RESTART = 3 * 3_600_000  # a list that goes back further than this starts over, it did not cross a clock change

    def __init__(self) -> None:
        self.highest: dict[tuple[int, int], int] = {}
        self.second: set[tuple[int, int]] = set()
        self.starts = 0
        self.last: int | None = None

    def second_pass(self, local_ms: Millis, fold: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
        """For each row (in source order) whether a time in a fold is of the second pass; all False if rows are not in order."""
        answer = np.zeros(len(local_ms), np.bool_)
        known = np.flatnonzero(local_ms > -(2**61))
        if not len(known):
            return answer
        steps = np.diff(local_ms[known], prepend=local_ms[known[0]] if self.last is None else self.last)
        run = np.zeros(len(local_ms), np.int64)
        run[known] = self.starts + np.cumsum(steps < -self.RESTART)
        self.starts, self.last = int(run[known[-1]]), int(local_ms[known[-1]])
        elsewhere = steps[~fold[known]]
        if not len(elsewhere) or np.mean(elsewhere >= -self.BACK) >= 0.99:
            for row in np.flatnonzero(fold):
                answer[row] = self.step(int(local_ms[row]), int(run[row]))
        return answer

    def step(self, local_ms: int, run: int) -> bool:
        night = (local_ms // 86_400_000, run)
        if local_ms < self.highest.get(night, local_ms) - self.BACK:
            self.second.add(night)
        self.highest[night] = max(local_ms, self.highest.get(night, local_ms))
        return night in self.second
