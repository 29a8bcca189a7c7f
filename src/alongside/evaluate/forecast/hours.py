"""A call history as counts by local hour: whole days only, no gaps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import numpy as np
import polars as pl

from alongside.evaluate.history.shape import current

DAY, WEEK = 24, 168
KINDS = ("all", "behavioural")
LEAST_DAYS = 14  # to tell weekdays apart


class TooShort(ValueError):
    """A history out of which nothing can be learned; ``days`` whole days were found, ``needed`` are needed."""

    def __init__(self, days: int, needed: int) -> None:
        self.days, self.needed = days, needed
        super().__init__(f"{days} whole days, {needed} needed")


@dataclass(frozen=True)
class Hours:
    """``counts``: calls in each local hour from midnight of ``start``, shape (24 × days,). The hour that clocks show twice in autumn
    holds both hours' calls, the one they skip in spring none."""

    start: date
    counts: np.ndarray

    @property
    def days(self) -> int:
        """Whole days."""
        return len(self.counts) // DAY

    @property
    def end(self) -> date:
        """The first day after."""
        return self.start + timedelta(days=self.days)

    def between(self, first: int, after: int) -> Hours:
        """The days from ``first`` (0 is the first) to before ``after``."""
        return Hours(self.start + timedelta(days=first), self.counts[first * DAY : after * DAY])

    def by_day(self) -> np.ndarray:
        """Calls a day, shape (days,)."""
        return np.asarray(self.counts.reshape(-1, DAY).sum(axis=1))


def week_hours(start: date, count: int) -> np.ndarray:
    """Which of the 168 hours of a week (0 is Monday midnight) each of ``count`` hours from midnight of ``start`` is."""
    return (np.arange(count) + start.weekday() * DAY) % WEEK


def read_hours(file: Path, zone: ZoneInfo, kind: str) -> tuple[Hours, dict[str, date]]:
    """Counts of the calls in ``calls.parquet``, and the first day of each extraction rule (era) after the first."""
    calls = pl.scan_parquet(file).filter(current() & pl.col("received_at").is_not_null())
    local = (
        pl.from_epoch("received_at", time_unit="ms").dt.replace_time_zone("UTC").dt.convert_time_zone(zone.key).dt.replace_time_zone(None)
    )
    wanted = pl.lit(True) if kind == "all" else pl.col("behavioural") == "behavioural"
    timed = calls.select(local.dt.truncate("1h").alias("hour"), "era", wanted.fill_null(False).alias("wanted"))
    table = timed.group_by("hour").agg(pl.col("wanted").sum().alias("count")).sort("hour").collect()
    begun = timed.group_by("era").agg(pl.col("hour").min().dt.date().alias("day")).drop_nulls().sort("day").collect()
    return fill(table), {str(era): day for era, day in begun.rows()[1:]}


def fill(table: pl.DataFrame) -> Hours:
    """Every hour of every whole day; the first and last day count as whole when calls came in their first or last six hours."""
    if not table.height:
        raise TooShort(0, LEAST_DAYS)
    times = table.get_column("hour")
    first, last = times[0], times[-1]
    start = first.date() + timedelta(days=first.hour >= 6)
    end = last.date() + timedelta(days=last.hour >= 18)
    days = (end - start).days
    if days < 1:
        raise TooShort(0, LEAST_DAYS)
    at = ((times.dt.date() - start).dt.total_days() * DAY + times.dt.hour().cast(pl.Int64)).to_numpy()
    counts = np.zeros(days * DAY)
    inside = (at >= 0) & (at < len(counts))
    counts[at[inside]] = table.get_column("count").to_numpy()[inside]
    return Hours(start, counts)


def add_days(start: date, days: Iterable[int]) -> list[date]:
    """Dates so many days after ``start``."""
    return [start + timedelta(days=one) for one in days]
