"""Where, when and how long: counts of the calls that say behavioral health."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import polars as pl

from alongside.evaluate.measures.interval import Interval, quantile, quantile_interval

CELL_MICRO = 20_000  # about two kilometers to the north
MOST_ZONES = 25


@dataclass(frozen=True)
class Zone:
    """A beat as the source names it, or a square of the map by its middle."""

    name: str
    calls: int


@dataclass(frozen=True)
class Zones:
    """``by``: beat, square or "" where the history names no places; ``unplaced``: calls in none; ``off_map``: of those, off the map;
    ``others``: how many zones are not listed, with so many calls."""

    by: str
    listed: tuple[Zone, ...]
    unplaced: int
    off_map: int
    others: int
    others_calls: int


def by_zone(calls: pl.DataFrame) -> Zones:
    """By beat where the history has beats, else by square."""
    off = int(calls.get_column("off_map").sum())
    beats = calls.get_column("beat")
    if beats.count():
        return ranked("beat", beats.drop_nulls(), calls.height, off)
    placed = calls.filter(pl.col("lat").is_not_null() & pl.col("lon").is_not_null() & ~pl.col("off_map"))
    if not placed.height:
        return Zones("", (), calls.height, off, 0, 0)
    middle = [(pl.col(axis) // CELL_MICRO * CELL_MICRO + CELL_MICRO // 2) / 1e6 for axis in ("lat", "lon")]
    names = placed.select(pl.format("{}, {}", *(one.round(2).cast(pl.String) for one in middle)).alias("name")).get_column("name")
    return ranked("square", names, calls.height, off)


def ranked(by: str, names: pl.Series, whole: int, off: int) -> Zones:
    counted = names.alias("name").value_counts().sort(["count", "name"], descending=[True, False])
    listed = tuple(Zone(str(name), int(count)) for name, count in counted.head(MOST_ZONES).iter_rows())
    shown = sum(one.calls for one in listed)
    return Zones(by, listed, whole - len(names), off, max(0, counted.height - MOST_ZONES), len(names) - shown)


def by_hour(calls: pl.DataFrame) -> np.ndarray:
    """Calls by weekday (0 is Monday) and hour, shape (7, 24)."""
    found = np.zeros((7, 24), dtype=int)
    np.add.at(found, (calls.get_column("weekday").to_numpy(), calls.get_column("hour").to_numpy()), 1)
    return found


@dataclass(frozen=True)
class Lasting:
    """How long crews were busy, ms; ``known`` of all calls say so. ``mean`` with its standard error, for sums."""

    known: int
    median: float | None
    interval: Interval | None
    p90: float | None
    mean: float
    error: float


def lasting(calls: pl.DataFrame) -> Lasting:
    """From sent to cleared."""
    busy = sorted(calls.get_column("busy_ms").drop_nulls().to_list())
    mean = float(np.mean(busy)) if busy else 0.0
    error = float(np.std(busy, ddof=1) / len(busy) ** 0.5) if len(busy) > 1 else mean
    return Lasting(
        len(busy), quantile(busy, 0.5), quantile_interval(busy, 0.5), quantile(busy, 0.9) if len(busy) >= 6 else None, mean, error
    )


def by_kind(calls: pl.DataFrame) -> list[tuple[str, int]]:
    """Most first."""
    counted = calls.group_by("kind").len().sort(["len", "kind"], descending=[True, False])
    return [(str(kind), int(count)) for kind, count in counted.iter_rows()]
