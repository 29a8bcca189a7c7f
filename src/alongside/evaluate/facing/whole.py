"""Everything the page says of one history: counts as they are, and estimates that keep every uncertainty they rest on.

How many calls a year really are behavioral: calls that say so × precision / recall, with a count's own noise (Poisson), precision and
recall drawn from their intervals. Who could have gone: the program's shares between least and most urgent, drawn evenly. Hours of
police: calls × the mean a crew was busy, drawn with its standard error. 4,000 draws from a fixed seed, so a page never changes by itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

import numpy as np

from alongside.evaluate.facing.calls import DAY_MS, Calls, read_calls
from alongside.evaluate.facing.planning import Planning, load_planning
from alongside.evaluate.facing.where_when import Lasting, Zones, by_hour, by_kind, by_zone, lasting
from alongside.evaluate.facing.who import WAYS, Ways, teams_on_duty, ways
from alongside.library.programs import Profile, list_programs, load_program

DRAWS, SEED, YEAR = 4_000, 20_260_101, 365.25
HOUR_MS = 3_600_000


@dataclass(frozen=True)
class Range:
    """Median of the draws and their 95 % interval."""

    low: float
    middle: float
    high: float


@dataclass(frozen=True)
class Program:
    """What one program would do with them: calls a year by way, and hours a year of police that somebody else would have spent.
    ``busy``: teams of the program on the road at once, on average; both None where the history does not say how long calls last.
    ``rostered``: how many such teams its own roster has on duty on average."""

    ways: Ways
    calls: dict[str, Range]
    without_police: Range
    police_hours: Range | None
    busy: Range | None
    rostered: float


@dataclass(frozen=True)
class Facing:
    """``sure`` say behavioral health, ``possible`` may be; ``yearly``: how many really are, missed ones included; ``missed``: those."""

    calls: Calls
    sure: int
    possible: int
    yearly: Range
    missed: Range
    kinds: tuple[tuple[str, int], ...]
    hours: np.ndarray
    zones: Zones
    lasting: Lasting
    programs: tuple[Program, ...]


def facing(file: Path, zone: ZoneInfo) -> Facing:
    """Of the calls in ``calls.parquet``; counted again when the file changes. Raises `NothingToSay`."""
    return _facing(file, file.stat().st_mtime_ns, zone)


@lru_cache(maxsize=8)
def _facing(file: Path, _changed_at: int, zone: ZoneInfo) -> Facing:
    return face(read_calls(file, zone), [load_program(name) for name in list_programs()], load_planning())


def face(calls: Calls, profiles: Iterable[Profile], planning: Planning) -> Facing:
    """The whole answer."""
    sure = calls.sure
    dice = np.random.default_rng(SEED)
    right, recall = planning.precision.draw(dice, DRAWS), planning.recall.draw(dice, DRAWS)
    said = dice.gamma(sure.height + 0.5, size=DRAWS) * YEAR / calls.days
    yearly = said * right / recall
    lasts, police = lasting(sure), int((sure.get_column("service").fill_null("police") == "police").sum()) / sure.height
    busy = np.maximum(dice.normal(lasts.mean, lasts.error, DRAWS), 0) if lasts.known else None
    between = dice.random(DRAWS)
    programs = tuple(program(one, ways(one, sure, planning), yearly, between, busy, police) for one in profiles)
    return Facing(
        calls, sure.height, calls.found.height - sure.height, spread(yearly), spread(yearly * (1 - recall)),
        tuple(by_kind(calls.found)), by_hour(sure), by_zone(sure), lasts, programs,
    )  # fmt: skip


def program(profile: Profile, told: Ways, yearly: np.ndarray, between: np.ndarray, busy_ms: np.ndarray | None, police: float) -> Program:
    """Shares between the least and the most urgent reading, times calls a year; ``police``: share of calls police went to."""
    drawn = {way: yearly * (told.least[way] + (told.most[way] - told.least[way]) * between) for way in WAYS}
    freed, driven = drawn["phone"] + drawn["without"] + drawn["ambulance"], drawn["without"] + drawn["with_officer"]
    hours = busy = None
    if busy_ms is not None:
        hours, busy = spread(freed * police * busy_ms / HOUR_MS), spread(driven * busy_ms / (YEAR * DAY_MS))
    return Program(told, {way: spread(values) for way, values in drawn.items()}, spread(freed), hours, busy, teams_on_duty(profile))


def spread(drawn: np.ndarray) -> Range:
    low, middle, high = np.quantile(drawn, (0.025, 0.5, 0.975)).tolist()
    return Range(low, middle, high)
