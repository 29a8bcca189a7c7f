"""Everything the forecast's page says of one history and one kind of call."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

from alongside.evaluate.forecast.breaks import EDGE_DAYS, Break, find_breaks, last_steady
from alongside.evaluate.forecast.hours import Hours, read_hours
from alongside.evaluate.forecast.model import Forecast, fit, predict
from alongside.evaluate.forecast.score import HORIZON_DAYS, Score, Trial, score, trial


@dataclass(frozen=True)
class Whole:
    """``past``: what was learned from, since the last break. ``eve``: the forecast that would have been made on the eve of that break
    for the two weeks after it, or None where too little lies on a side of it."""

    start: date
    past: Hours
    told: Forecast
    score: Score | None
    breaks: tuple[Break, ...]
    eve: Trial | None


def forecast(file: Path, zone: ZoneInfo, kind: str) -> Whole:
    """Of the calls in ``calls.parquet``; read again when the file changes. Raises `TooShort`."""
    return _forecast(file, file.stat().st_mtime_ns, zone, kind)


@lru_cache(maxsize=16)
def _forecast(file: Path, _changed_at: int, zone: ZoneInfo, kind: str) -> Whole:
    everything, eras = read_hours(file, zone, "all")
    breaks = find_breaks(everything, eras)  # of all calls: a part of them is too few to see it by
    known = everything if kind == "all" else read_part(file, zone, kind, everything)
    past = last_steady(known, breaks)
    eve = on_the_eve(known, breaks[-1]) if breaks else None
    return Whole(known.start, past, predict(past, fit(past), HORIZON_DAYS), score(past), tuple(breaks), eve)


def read_part(file: Path, zone: ZoneInfo, kind: str, everything: Hours) -> Hours:
    """The calls of a kind over the days that the whole history has."""
    return read_hours(file, zone, kind)[0].between(0, everything.days)


def on_the_eve(known: Hours, last: Break) -> Trial | None:
    made = (last.day - known.start).days
    return trial(known, made) if made >= EDGE_DAYS and known.days - made >= HORIZON_DAYS else None
