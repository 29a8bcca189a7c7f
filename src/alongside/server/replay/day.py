"""One day of a history: imported like any other, then sorted into what is taken and what is not, so that the sum is the source's own."""

import csv
import gzip
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl

from alongside.evaluate.history.importing import import_cad
from alongside.evaluate.history.shape import current
from alongside.server.replay.refused import ReplayRefused
from alongside.server.replay.sources import Source

CALLS, ASIDE = "calls.parquet", "set_aside.parquet"


@dataclass(frozen=True)
class Reconciliation:
    """Where each row of the day went. ``source_rows`` is counted apart, straight from the file."""

    source_rows: int
    taken: int
    not_behavioural: int
    possible: int  # often turns out to be a crisis; not taken unless asked for
    repeats: int
    set_aside: int

    @property
    def adds_up(self) -> bool:
        """Whether every row is somewhere, once."""
        return self.source_rows == self.taken + self.not_behavioural + self.possible + self.repeats + self.set_aside


@dataclass(frozen=True)
class Day:
    """The rows to take, in order of time, with the sums of the whole day."""

    date: date
    rows: tuple[dict[str, Any], ...]
    sums: Reconciliation


def read_day(source: Source, file: Path, day: date, work: Path, wanted: frozenset[str]) -> Day:
    """Import the file into ``work`` and take the day's calls whose class is among ``wanted`` (behavioural, possible, not, unknown)."""
    import_cad(file, source.mapping, work)
    local = pl.from_epoch("received_at", "ms").dt.replace_time_zone("UTC").dt.convert_time_zone(source.zone).dt.date()
    calls = pl.read_parquet(work / CALLS).filter(local == day)
    now = calls.filter(current())
    taken = now.filter(pl.col("behavioural").is_in(list(wanted))).sort("received_at", "ordinal")
    left = now.filter(~pl.col("behavioural").is_in(list(wanted)))
    lines = _list_lines(file, source.time_column, day)
    possible = left.filter(pl.col("behavioural") == "possible").height
    aside = pl.read_parquet(work / ASIDE).filter(pl.col("row").is_in(list(lines))).height
    sums = Reconciliation(len(lines), taken.height, left.height - possible, possible, calls.height - now.height, aside)
    if not taken.height:
        raise ReplayRefused(
            f"The history of {source.title} holds no call to take on {day.isoformat()}; its days are {_span(work, source)}."
        )
    return Day(day, tuple(taken.iter_rows(named=True)), sums)


def _list_lines(file: Path, column: str, day: date) -> frozenset[int]:
    """The lines (the header is line 1) the file itself has for this day, read without the importer."""
    with gzip.open(file, "rt", encoding="utf-8", newline="") as text:
        rows = csv.DictReader(text)
        return frozenset(line for line, row in enumerate(rows, 2) if (row[column] or "").startswith(day.isoformat()))


def _span(work: Path, source: Source) -> str:
    at = pl.from_epoch("received_at", "ms").dt.replace_time_zone("UTC").dt.convert_time_zone(source.zone).dt.date()
    days = pl.read_parquet(work / CALLS).select(at.min().alias("first"), at.max().alias("last")).row(0)
    return f"{days[0]} to {days[1]}"
