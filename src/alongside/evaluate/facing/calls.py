"""The calls of a history that planning looks at, with local weekday and hour."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

import polars as pl

from alongside.evaluate.history.shape import FLAGS, current, has

DAY_MS = 86_400_000
LEAST_DAYS = 7
OFF_THE_MAP = FLAGS["coordinate_absurd"] | FLAGS["coordinate_far"]


class NothingToSay(ValueError):
    """Why a history answers nothing: ``code`` is empty, short or none; ``count`` is calls, or days."""

    def __init__(self, code: str, count: int) -> None:
        self.code, self.count = code, count
        super().__init__(f"{code} {count}")


@dataclass(frozen=True)
class Calls:
    """``everything``: how many calls there are in all; ``days``: from the first to the last; ``found``: behavioral or possibly so, with
    weekday (0 is Monday), hour, officer (who began it) and busy_ms (sent to cleared; null where not known)."""

    everything: int
    days: float
    found: pl.DataFrame

    @property
    def sure(self) -> pl.DataFrame:
        """Those whose words say behavioral health."""
        return self.found.filter(pl.col("behavioural") == "behavioural")


def read_calls(file: Path, zone: ZoneInfo) -> Calls:
    """From ``calls.parquet``. Raises `NothingToSay` where it holds no call, less than a week, or no behavioral call."""
    calls = pl.scan_parquet(file).filter(current() & pl.col("received_at").is_not_null())
    received = pl.col("received_at")
    count, first, last = calls.select(pl.len(), received.min().alias("first"), received.max().alias("last")).collect().row(0)
    if not count:
        raise NothingToSay("empty", 0)
    days = (last - first) / DAY_MS
    if days < LEAST_DAYS - 1:
        raise NothingToSay("short", max(1, round(days)))
    found = calls.filter(pl.col("behavioural").is_in(["behavioural", "possible"])).select(columns(zone)).collect()
    if not (found.get_column("behavioural") == "behavioural").any():
        raise NothingToSay("none", count)
    return Calls(count, days, found)


def columns(zone: ZoneInfo) -> list[pl.Expr]:
    """What is looked at of each call."""
    local = pl.from_epoch("received_at", time_unit="ms").dt.replace_time_zone("UTC").dt.convert_time_zone(zone.key)
    busy = pl.coalesce("cleared_at", "closed_at") - pl.col("dispatched_at")
    known = ~has("order_impossible") & busy.is_between(0, DAY_MS)
    beat = pl.col("beat").str.strip_chars()
    return [
        pl.col("behavioural"), pl.col("behavioural_kind").fill_null("mental_health").alias("kind"),
        (local.dt.weekday() - 1).alias("weekday"), local.dt.hour().alias("hour"),
        pl.col("reception").fill_null("").str.to_lowercase().str.contains("officer").alias("officer"),
        pl.when(known).then(busy).alias("busy_ms"), pl.col("service"),
        pl.when(beat.str.contains(r"^(-\d+|0*|unk\w*|n/?a)$")).then(None).otherwise(beat).alias("beat"),
        pl.col("lat"), pl.col("lon"), ((pl.col("flags") & OFF_THE_MAP) != 0).alias("off_map"),
    ]  # fmt: skip
