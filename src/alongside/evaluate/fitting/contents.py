"""What the calls of a history are about and where they come from, as far as it says."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import polars as pl

from alongside.core.codes import Level
from alongside.evaluate.facing.planning import Planning
from alongside.evaluate.fitting.measured import KindShare, Part

DAYPARTS = 4  # of six hours
LEAST_PLACED = 100
NEAR_MICRO = 30_000  # about three kilometers: a call farther from every place of this area is not in it
LEAST_INSIDE = 0.5  # of the placed calls; a history of another city says nothing of where calls come from here
USUAL = (Level.MODERATE, Level.URGENT)
Spot = tuple[int, int]


def list_kinds(rows: pl.DataFrame, planning: Planning) -> tuple[KindShare, ...]:
    """Most first."""
    counted = rows.group_by("kind", "officer").len().sort(["len", "kind", "officer"], descending=[True, False, False])
    return tuple(share_of(str(kind), bool(officer), int(calls), planning) for kind, officer, calls in counted.iter_rows())


def share_of(kind: str, officer: bool, calls: int, planning: Planning) -> KindShare:
    least, most = planning.levels.get(kind, USUAL)
    return KindShare(kind, officer, calls, int(least), int(most))


def list_where(rows: pl.DataFrame, spots: Sequence[Spot]) -> tuple[tuple[tuple[float, ...], ...], Part]:
    """By part of the day, the calls nearest to each spot (latitude, longitude in microdegrees); empty where the history does not say."""
    placed = rows.filter(pl.col("lat").is_not_null() & pl.col("lon").is_not_null() & ~pl.col("off_map"))
    if not placed.height or not spots:
        return (), Part("where", placed.height, "places")
    nearest, apart = find_nearest(placed, np.array(spots, dtype=np.float64))
    inside = apart <= NEAR_MICRO
    if inside.mean() < LEAST_INSIDE:
        return (), Part("where", int(inside.sum()), "elsewhere")
    if inside.sum() < LEAST_PLACED:
        return (), Part("where", int(inside.sum()), "few")
    parts = placed.get_column("local").dt.hour().to_numpy()[inside] // 6
    counts = np.zeros((DAYPARTS, len(spots)))
    np.add.at(counts, (parts, nearest[inside]), 1)
    return tuple(tuple(row) for row in drawn_together(counts)), Part("where", int(inside.sum()))


def find_nearest(placed: pl.DataFrame, spots: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """(index of the nearest spot, how far in microdegrees of latitude) of each call."""
    calls = placed.select("lat", "lon").to_numpy().astype(np.float64)
    shrink = np.array([1.0, np.cos(np.radians(spots[:, 0].mean() / 1e6))])
    apart = np.sqrt((((calls[:, None, :] - spots[None, :, :]) * shrink) ** 2).sum(axis=2))
    return np.asarray(apart.argmin(axis=1)), np.asarray(apart.min(axis=1))


def drawn_together(counts: np.ndarray) -> list[list[float]]:
    """Shares of each part of the day, drawn toward those of the whole day as if twenty more calls had come as they come all day."""
    whole = counts.sum(axis=0) / counts.sum()
    shares: list[list[float]] = [((row + 20 * whole) / (row.sum() + 20)).tolist() for row in counts]
    return shares
