"""What a column holds, from its first filled values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import polars as pl

SAMPLE = 20_000
FORMATS = (
    "%Y-%m-%d %H:%M:%S%.f", "%Y-%m-%dT%H:%M:%S%.fZ", "%Y-%m-%dT%H:%M:%S%.f", "%m/%d/%Y %I:%M:%S %p", "%m/%d/%Y %H:%M:%S", "%m/%d/%Y %H:%M",
    "%m/%d/%y %H:%M", "%Y-%m-%d %H:%M", "%d.%m.%Y %H:%M:%S", "%Y%m%d%H%M%S", "%Y/%m/%d %H:%M:%S%.f",
)  # fmt: skip
MOST = 0.9  # of the filled values must read as something for the column to be it
HINTS = {
    "type": ("disturb", "alarm", "theft", "welfare", "traffic", "medical", "assist", "domestic", "suspicious"),
    "disposition_text": ("report", "arrest", "unfounded", "gone on arrival", "cancel", "advised", "transport"),
    "reception": ("phone", "e-911", "officer", "radio"),
    "place_text": (" st", " ave", " blk", "block", " rd"),
}


@dataclass(frozen=True)
class Look:
    """`kind`: time, degrees, metres, number, text or empty; `distinct`: share of different values; `time`: how to read it."""

    kind: str
    filled: float
    distinct: float
    time: Mapping[str, object] = field(default_factory=dict)
    hints: tuple[str, ...] = ()


def look_at(column: pl.Series) -> Look:
    """From a text column."""
    values = column.str.strip_chars()
    values = values.filter((values != "") & ~values.str.to_lowercase().is_in(["none", "null", "nan"]))
    if values.is_empty():
        return Look("empty", 0.0, 0.0)
    filled, distinct = len(values) / len(column), values.n_unique() / len(values)
    time = find_time(values)
    if time:
        return Look("time", filled, distinct, time)
    return Look(kind_of(values), filled, distinct, {}, find_hints(values))


def find_time(values: pl.Series) -> dict[str, object]:
    """How the values read as times, or nothing."""
    numbers = values.str.strip_suffix(".0").cast(pl.Int64, strict=False)
    for unit, low, high in (("ms", 600_000_000_000, 4_000_000_000_000), ("s", 600_000_000, 1_900_000_000)):
        if numbers.is_between(low, high).mean() == 1.0 and values.n_unique() > len(values) // 2:
            return {"epoch": unit}
    for layout in FORMATS:
        read = values.str.to_datetime(layout, time_unit="ms", strict=False)
        if share(read.is_not_null() & read.dt.year().is_between(1970, 2100)) >= MOST:
            return {"format": layout}
    return {}


def kind_of(values: pl.Series) -> str:
    numbers = values.cast(pl.Float64, strict=False)
    if share(numbers.is_not_null()) < MOST:
        return "text"
    fraction = share(values.str.contains(".", literal=True))
    if fraction > MOST and share(numbers.abs().is_between(0, 180)) >= MOST:
        return "degrees"
    return "metres" if fraction > MOST and share(numbers.abs() > 10_000) >= MOST else "number"


def find_hints(values: pl.Series) -> tuple[str, ...]:
    words = values.unique().str.to_lowercase()
    return tuple(role for role, parts in HINTS.items() if words.str.contains_any(list(parts)).sum() >= 3)


def share(mask: pl.Series) -> float:
    return int(mask.fill_null(False).sum()) / max(1, len(mask))
