"""The calls of a history as fitting looks at them: when, where, what, and how long each step took."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import polars as pl

from alongside.evaluate.facing.calls import OFF_THE_MAP
from alongside.evaluate.fitting.measured import CannotFit
from alongside.evaluate.history.shape import ORDER, current, has

LEAST = 30  # calls
DAY_MS = 86_400_000
# A step of a call: from, to, and what it may last at most before it is taken for a slip of the clock.
STEPS = {
    "triage": ("received_at", "queued_at", 7_200_000), "wait": ("queued_at", "dispatched_at", DAY_MS),
    "turnout": ("dispatched_at", "enroute_at", 7_200_000), "drive": ("enroute_at", "arrived_at", 7_200_000),
    "response": ("received_at", "arrived_at", DAY_MS),
}  # fmt: skip


@dataclass(frozen=True)
class Rows:
    """``wanted``: the calls to fit to; ``everything``: how many there are of any kind; ``load`` among the columns: how many calls of any
    kind were being worked when this one was ready."""

    wanted: pl.DataFrame
    everything: int

    @property
    def days(self) -> float:
        """From the first to the last wanted call; at least one hour."""
        at = self.wanted.get_column("received_at").sort()
        return max(float(at[-1] - at[0]) / DAY_MS, 1 / 24)


def read_rows(file: Path, zone: ZoneInfo, wanted: str, until: date | None = None) -> Rows:
    """From ``calls.parquet``; ``until``: only calls before that local day. Raises :class:`CannotFit`."""
    calls = pl.scan_parquet(file).filter(current() & pl.col("received_at").is_not_null()).with_columns(*columns(zone)).collect()
    if until is not None:
        calls = calls.filter(pl.col("local").dt.date() < until)
    if not calls.height:
        raise CannotFit("empty", 0)
    found = with_load(calls)
    if wanted != "all":
        found = found.filter(pl.col("behavioural") == "behavioural")
        if not found.height:
            raise CannotFit("none", calls.height)
    if found.height < LEAST:
        raise CannotFit("few", found.height, LEAST)
    return Rows(found.sort("received_at"), calls.height)


def columns(zone: ZoneInfo) -> list[pl.Expr]:
    """Local time, who began it, whether its times run backwards, and its steps in ms (null where not known or not to be believed)."""
    local = pl.from_epoch("received_at", time_unit="ms").dt.replace_time_zone("UTC").dt.convert_time_zone(zone.key)
    backwards = has("order_impossible") | pl.any_horizontal(*(pl.col(then) < pl.col(first) for first, then in ORDER)).fill_null(False)
    steps = {name: (pl.col(then) - pl.col(first), most) for name, (first, then, most) in STEPS.items()}
    steps["scene"] = (pl.coalesce("transport_at", "cleared_at", "closed_at") - pl.col("arrived_at"), DAY_MS)
    return [
        local.dt.replace_time_zone(None).alias("local"), backwards.alias("backwards"),
        pl.col("reception").fill_null("").str.to_lowercase().str.contains("officer").alias("officer"),
        kind().alias("kind"), ((pl.col("flags") & OFF_THE_MAP) != 0).alias("off_map"),
        *(pl.when(~backwards & span.is_between(0, most)).then(span).alias(name) for name, (span, most) in steps.items()),
    ]  # fmt: skip


def kind() -> pl.Expr:
    """What kind of crisis; “other” where it is none or not known."""
    words = pl.when(pl.col("behavioural") == "behavioural").then(pl.lit("mental_health")).otherwise(pl.lit("other"))
    return pl.when(pl.col("behavioural_kind") == "none").then(None).otherwise(pl.col("behavioural_kind")).fill_null(words)


def with_load(calls: pl.DataFrame) -> pl.DataFrame:
    """How many calls had somebody sent to them and were not over, when each call was ready to be sent to; null where not known."""
    over = pl.coalesce("closed_at", "cleared_at")
    span = calls.filter(pl.col("dispatched_at").is_not_null() & over.is_not_null()).select("dispatched_at", over.alias("over"))
    begun, ended = span.get_column("dispatched_at").sort(), span.get_column("over").sort()
    at = calls.get_column("queued_at")
    load = begun.search_sorted(at, "right").cast(pl.Int64) - ended.search_sorted(at, "right").cast(pl.Int64)
    return calls.with_columns(pl.when(pl.col("queued_at").is_not_null()).then(load).alias("load"))
