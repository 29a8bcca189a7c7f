"""A whole history measured for a planning world."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from alongside.evaluate.facing.planning import load_planning
from alongside.evaluate.fitting.arrivals import list_arrivals
from alongside.evaluate.fitting.contents import Spot, list_kinds, list_where
from alongside.evaluate.fitting.durations import list_durations, list_pace
from alongside.evaluate.fitting.measured import Measured, Part
from alongside.evaluate.fitting.rows import read_rows

NOT_SAID = ("contact", "refused", "look", "wrap", "by_phone", "answer", "door", "door_emergency", "stay", "taken", "outcomes", "doors")
Progress = Callable[[str], None]  # told what is measured next: rows, arrivals, durations, contents


def measure(
    file: Path, zone: ZoneInfo, wanted: str, spots: Sequence[Spot], until: date | None = None, progress: Progress | None = None
) -> Measured:
    """Of the calls in ``calls.parquet``; ``spots``: the places of the world it is for. Raises :class:`CannotFit`."""
    tell = progress or (lambda _step: None)
    tell("rows")
    rows = read_rows(file, zone, wanted, until)
    calls = rows.wanted
    tell("arrivals")
    came = list_arrivals(file, zone, wanted, calls.height, rows.days, until)
    tell("durations")
    (durations, timed), (pace, paced) = list_durations(calls), list_pace(calls)
    tell("contents")
    where, placed = list_where(calls, spots)
    local = calls.get_column("local").sort()
    return Measured(
        history=file.parent.name, wanted=wanted, first=local[0].date().isoformat(), last=local[-1].date().isoformat(), days=rows.days,
        everything=rows.everything, calls=calls.height, backwards=int(calls.get_column("backwards").sum()),
        breaks=tuple(one.day.isoformat() for one in came.breaks), per_day=came.per_day, weekly=came.weekly, seasons=came.seasons,
        yearly=came.yearly, where=where, kinds=list_kinds(calls, load_planning()), durations=durations, pace=pace,
        parts=(*came.parts, placed, Part("kinds", calls.height), *timed, paced, *(Part(name, 0, "said") for name in NOT_SAID)),
        hours=came.hours, spread=came.spread, score=came.score,
    )  # fmt: skip
