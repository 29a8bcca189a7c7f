"""How long the steps of a call take, as five quantiles, where enough calls say so; drives by part of the day beside the mean drive."""

from __future__ import annotations

import numpy as np
import polars as pl

from alongside.evaluate.fitting.measured import Part, Quantiles

LEAST = 50  # calls that say it; of fewer, a 5 % quantile is somebody's single bad day
SHARES = (0.05, 0.25, 0.5, 0.75, 0.95)
BEGINS = (0, 6, 10, 15, 19)  # local hours at which parts of the day begin
LEAST_DRIVE_MS = 30_000  # somebody who was there already did not drive


def list_durations(rows: pl.DataFrame) -> tuple[dict[str, Quantiles], list[Part]]:
    """By planning's names. Somebody ready to be sent is measured in the quietest third of hours: later, a call also waits for a crew."""
    quiet = rows.filter(pl.col("load") <= pl.col("load").quantile(1 / 3, "lower"))
    found = {"triage": rows["triage"], "ready": quiet["wait"], "turnout": rows["turnout"], "engaged": rows["scene"]}
    told = {name: values.drop_nulls().to_numpy() for name, values in found.items()}
    known = {name: quantiles(values) for name, values in told.items() if len(values) >= LEAST}
    return known, [Part(name, len(values), lack(len(values))) for name, values in told.items()]


def quantiles(values: np.ndarray) -> Quantiles:
    """Five whole numbers that rise."""
    first, second, third, fourth, fifth = (round(value) for value in np.quantile(values, SHARES).tolist())
    return first, second, third, fourth, fifth


def lack(count: int) -> str:
    """Why a step is not measured."""
    return "" if count >= LEAST else "few" if count else "times"


def list_pace(rows: pl.DataFrame) -> tuple[tuple[float, ...], Part]:
    """For each part of the day, its median drive beside the median of all; empty where a part has too few."""
    driven = rows.filter(pl.col("drive") >= LEAST_DRIVE_MS).select("drive", pl.col("local").dt.hour().alias("hour"))
    whole = driven["drive"].median()
    parts = [driven.filter(part_of_day(pl.col("hour")) == n)["drive"] for n in range(len(BEGINS))]
    if not isinstance(whole, float) or min(len(part) for part in parts) < LEAST:
        return (), Part("pace", driven.height, lack(0 if not driven.height else 1))
    return tuple(float(part.median()) / whole for part in parts), Part("pace", driven.height)  # type: ignore[arg-type]


def part_of_day(hour: pl.Expr) -> pl.Expr:
    """Which of the parts that ``BEGINS`` lists an hour is in."""
    return pl.sum_horizontal(*((hour >= begins).cast(pl.Int32) for begins in BEGINS)) - 1
