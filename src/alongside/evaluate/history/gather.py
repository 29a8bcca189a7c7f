"""What only the whole history can say: repeats and later words under a total order, and unit rows made into calls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from alongside.evaluate.history.coding import Coder
from alongside.evaluate.history.mapping import Mapping
from alongside.evaluate.history.shape import CALL, FLAGS, TEXTS, TIMES

# Everything a row says; its place (file, row, ordinal) and what we make of it are no part of it.
CONTENT = (*TEXTS, "service", *TIMES, "received_text", "stated_response_ms", "lat", "lon")
SAME_IN_UNITS = ("type", "initial_type", "priority", "initial_priority", "disposition_text", "beat", "place_text")
LATEST = ("cleared_at", "closed_at")
REPEATS = {"ordinal": pl.UInt32, "extra": pl.UInt8}
PORTION = 500_000  # rows judged at once


@dataclass
class Keys:
    """28 bytes a row, all that is kept of the whole file: identity, content, time, place in the source."""

    identity: tuple[str, ...]
    content: tuple[str, ...]
    parts: list[pl.DataFrame] = field(default_factory=list)

    def add(self, calls: pl.DataFrame) -> None:
        """Remember a batch. A row without a call number is like no other."""
        named = pl.col(self.identity[0]).is_not_null()
        own = pl.when(named).then(pl.struct(self.identity).hash(1)).otherwise(pl.struct("ordinal").hash(2))
        at = pl.coalesce("received_at", *TIMES[1:], pl.lit(0)).alias("at")
        self.parts.append(calls.select(own.alias("key"), pl.struct(self.content).hash(3).alias("content"), at, "ordinal"))

    def find_repeats(self) -> pl.DataFrame:
        """`ordinal` and `extra` (flag bits) of the rows that repeat an earlier one or are followed by a later word; the keys are let go.

        Rows of one key are always of one portion, so the portions are judged one after the other: what judging takes beside
        the keys does not grow with the file."""
        portions = -(-sum(part.height for part in self.parts) // PORTION)
        found = [judge_repeats(self.portion(number, portions)) for number in range(portions)]
        self.parts.clear()
        return pl.concat([pl.DataFrame(schema=REPEATS), *found])

    def portion(self, number: int, portions: int) -> pl.DataFrame:
        return pl.concat([part.filter(pl.col("key") % portions == number) for part in self.parts])


def judge_repeats(keys: pl.DataFrame) -> pl.DataFrame:
    """As REPEATS. Order: time of the call, then place in the source, which no two rows share: the order is total, so the answer is one."""
    several = keys.filter(pl.col("key").is_duplicated()).sort("key", "at", "ordinal")
    again = pl.struct("key", "content").is_first_distinct().not_()
    marked = several.with_columns(again.alias("again"))
    last = marked.filter(~pl.col("again")).group_by("key", maintain_order=True).agg(pl.col("ordinal").last().alias("last"))
    told = marked.join(last, on="key", maintain_order="left")
    bits = pl.when("again").then(FLAGS["duplicate"]).when(pl.col("ordinal") != pl.col("last")).then(FLAGS["superseded"])
    return told.select("ordinal", bits.otherwise(0).cast(pl.UInt8).alias("extra")).filter(pl.col("extra") > 0)


def keys_of(mapping: Mapping) -> Keys:
    """No keys yet, and what the mapping says makes two rows the same call, or the same row."""
    filled = {*mapping.texts, *mapping.times, "stated_response_ms", *(("lat", "lon") if mapping.place else ())}
    return Keys(mapping.identity, tuple(name for name in CONTENT if name in filled))


def mark_repeats(parts: pl.LazyFrame, repeats: pl.DataFrame) -> pl.LazyFrame:
    """The calls with the repeats' flags set, in the order of the source."""
    if repeats.is_empty():
        return parts
    extra = pl.col("ordinal").replace_strict(repeats["ordinal"], repeats["extra"], default=0, return_dtype=pl.UInt32)
    return parts.with_columns((pl.col("flags") | extra).alias("flags"))


def merge_units(parts: pl.LazyFrame) -> pl.LazyFrame:
    """One row a call from rows one a unit: the first unit's times (the last one's for the end), the first row's words.

    Rows are ordered by dispatch, then by place in the source: total. Words that differ raise `units_disagree`."""
    named = parts.with_columns(pl.coalesce("unit_call", pl.format("#{}", "ordinal")).alias("call"))
    ordered = named.sort("dispatched_at", "ordinal", nulls_last=True)
    times = [pl.col(name).max() if name in LATEST else pl.col(name).min() for name in TIMES]
    differ = pl.any_horizontal(pl.col(name).drop_nulls().n_unique() > 1 for name in SAME_IN_UNITS)
    bits = [((pl.col("flags") & bit) != 0).any().cast(pl.UInt32) * bit for bit in FLAGS.values() if bit != FLAGS["order_impossible"]]
    disagree = differ.cast(pl.UInt32) * FLAGS["units_disagree"]
    order = ((pl.col("flags") & FLAGS["order_impossible"]) != 0).any().cast(pl.UInt32) * FLAGS["order_impossible"]
    every = set(CALL) & set(parts.collect_schema().names())
    words = [pl.col(name).drop_nulls().first() for name in every - {*TIMES, "flags", "ordinal", "units", "lat", "lon"}]
    spot = [pl.col(name).first() for name in ("lat", "lon")]
    whole = [pl.sum_horizontal(*bits, disagree, order).cast(pl.UInt32).alias("flags"), pl.col("ordinal").min()]
    units = pl.col("unit").n_unique().cast(pl.UInt16).alias("units")
    return ordered.group_by("call").agg(*times, *words, *spot, *whole, units).drop("call").sort("ordinal")


def in_shape(calls: pl.LazyFrame, found: Sequence[str]) -> pl.LazyFrame:
    """Exactly the columns of CALL, in its order and types."""
    return calls.select((pl.col(name) if name in found else pl.lit(None)).cast(kind).alias(name) for name, kind in CALL.items())


def finish_calls(parts: pl.LazyFrame | None, keys: Keys, coder: Coder | None) -> pl.LazyFrame:
    """The calls in their final shape; with `coder` the rows are units, to be merged into calls before they are coded."""
    if parts is None:
        return pl.LazyFrame(schema=dict(CALL))
    if not coder:
        calls = mark_repeats(parts, keys.find_repeats())
        return in_shape(calls, calls.collect_schema().names())
    calls = coder.code(merge_units(parts).collect(engine="streaming")).lazy()
    return in_shape(calls, calls.collect_schema().names())


def write_calls(parts: pl.LazyFrame, out: Path) -> None:
    """Write Parquet without ever holding the whole table."""
    parts.sink_parquet(out, compression="lz4", statistics=False, maintain_order=True)
