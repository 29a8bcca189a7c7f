"""Time columns → milliseconds UTC, with what was wrong with them."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import polars as pl

from alongside.evaluate.history.clocks import FOLD, GAP, FoldWalk, clock_of
from alongside.evaluate.history.mapping import Mapping, Time
from alongside.evaluate.history.shape import FLAGS, ORDER, TIMES

NONE = -(2**62)
TOLERANCE = 5 * 60_000
Millis = npt.NDArray[np.int64]
Flags = npt.NDArray[np.uint32]


def local_ms(field: Time, text: pl.Series) -> pl.Series:
    """The column's wall-clock milliseconds (UTC milliseconds where it counts from the epoch); null where unreadable.

    Later formats are tried only on what earlier ones could not read."""
    if field.epoch:
        return text.str.strip_suffix(".0").cast(pl.Int64, strict=False) * (1000 if field.epoch == "s" else 1)
    read = parse(text, field.formats[0])
    for layout in field.formats[1:]:
        unread = text.is_not_null() & read.is_null()
        if unread.any():
            read = read.zip_with(~unread, parse(text.set(~unread, None), layout))
    return read


def parse(text: pl.Series, layout: str) -> pl.Series:
    return text.str.to_datetime(layout, time_unit="ms", strict=False, exact=True).dt.epoch("ms")


def read_times(raw: pl.DataFrame, mapping: Mapping, walk: FoldWalk) -> tuple[pl.DataFrame, pl.Series]:
    """From `raw` (one text column a time, named as in TIMES): the times in UTC ms, and the flags (UInt32) they raise."""
    names = [name for name in TIMES if name in raw.columns]
    if not names:
        return pl.DataFrame(), pl.Series("flags", np.zeros(raw.height, np.uint32))
    walls = pl.DataFrame([local_ms(mapping.times[name], raw.get_column(name)).alias(name) for name in names])
    walls = walls.select(within(name, mapping.between) for name in names)
    flags = np.zeros(raw.height, np.uint32)
    unread = (raw.get_column(name).is_not_null() & walls.get_column(name).is_null() for name in names if name != "received_at")
    for missing in unread:
        flags |= np.where(missing.to_numpy(), FLAGS["time_unreadable"], 0).astype(np.uint32)
    solved = solve(walls, names, mapping, walk, flags)
    return solved, pl.Series("flags", flags)


def within(name: str, between: tuple[int, int]) -> pl.Expr:
    """Empty where the year is not one that the mapping calls possible."""
    low, high = (pl.datetime(year, 1, 1, time_unit="ms").dt.epoch("ms") for year in (between[0], between[1] + 1))
    return pl.when(pl.col(name).is_between(low, high, closed="left")).then(pl.col(name)).alias(name)


def solve(walls: pl.DataFrame, names: list[str], mapping: Mapping, walk: FoldWalk, flags: Flags) -> pl.DataFrame:
    """Wall-clock → UTC, each repeated hour told by the neighbouring rows (first time) and by the row's own order (the others)."""
    solved: dict[str, Millis] = {}
    for name in names:
        values = walls.get_column(name).fill_null(NONE).to_numpy()
        if not mapping.times[name].epoch:
            values = read_clock(values, latest_before(name, solved), mapping, walk if name == "received_at" else None, flags)
        solved[name] = values
    columns = [pl.Series(name, values).set(walls.get_column(name).is_null(), None) for name, values in solved.items()]
    return pl.DataFrame(columns)


def latest_before(name: str, solved: dict[str, Millis]) -> Millis | None:
    """The latest of the row's times that must come before `name`, less a little for clocks that disagree."""
    before = [solved[first] for first, then in ORDER if then == name and first in solved]
    return np.maximum.reduce(before) - TOLERANCE if before else None


def read_clock(values: Millis, latest: Millis | None, mapping: Mapping, walk: FoldWalk | None, flags: Flags) -> Millis:
    earlier, later, kind = clock_of(mapping.zone, *mapping.between).to_utc(values)
    missing = values == NONE
    fold, gap = (kind == FOLD) & ~missing, (kind == GAP) & ~missing
    second = np.zeros(len(values), np.bool_) if latest is None else earlier < latest
    if walk:
        second = walk.second_pass(values, fold)
    if fold.any() or gap.any():
        flags |= np.where(gap, FLAGS["dst_gap"], 0).astype(np.uint32) | np.where(fold, FLAGS["dst_fold"], 0).astype(np.uint32)
        earlier = np.where(fold & second, later, earlier)
    return np.where(missing, NONE, earlier)
