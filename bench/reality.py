"""Against reality: a world fitted to a real 911 center's police calls of weeks 41 to 44 says what weeks 45 to 48 will be like.

``python -m bench.reality`` or ``./dev bench reality``. The history names neither places nor crews. So drives are drawn as they were
driven, and how many crews there were is chosen by weeks 41 to 44 alone, among rosters of two twelve-hour halves. Nothing of weeks 45 to
48 is looked at before the prediction. Calls that officers began themselves have no response and are left out. Promised: within 10 %.
"""

import json
import math
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

import numpy as np
import polars as pl

from alongside.core.codes import Level
from alongside.core.rules import CrewStep, LevelPlan, Rules
from alongside.evaluate.fitting.durations import quantiles
from alongside.evaluate.fitting.rows import read_rows
from alongside.evaluate.fitting.whole import measure
from alongside.evaluate.history.importing import import_cad
from alongside.library import load_program
from alongside.twin.engine.fast import run_fast
from alongside.twin.planning.figures import figures_of
from alongside.twin.planning.roster import MONDAY_MS, PlannedUnit, Shift
from alongside.twin.planning.scenario import Scenario
from alongside.twin.planning.world import DURATIONS, HOUR_MS, CallKind, PlanningWorld
from bench.row import Row, at_most, not_measured

SOURCE = Path(__file__).parent.parent.parent / "shared" / "data" / "us_911_centre_2025" / "cad_weeks35-48_2025.csv.gz"
ZONE, EAST_MS = ZoneInfo("America/New_York"), -5 * HOUR_MS
UNTIL = date(2025, 11, 2)  # the first day of week 45
DAYS, SEEDS, TRIED = 28, 12, 4
LEVELS = {"1": Level.EMERGENT, "2": Level.URGENT, "3": Level.MODERATE}  # anything later: routine
DAY_BEGINS = 6
ROSTERS = tuple((day, night) for day in range(7, 11) for night in range(6, day + 1))


@dataclass(frozen=True)
class Response:
    """Minutes from the call to the first crew on scene."""

    median: float
    p90: float


def rows() -> list[Row]:
    """How far off the median and the 90th percentile of weeks 45 to 48 are, and what was chosen for it."""
    if not SOURCE.exists():
        return [not_measured("reality", "weeks 45 to 48 of a 911 center", "the center's records are not at hand")]
    with TemporaryDirectory() as folder:
        file = import_police(Path(folder))
        fitted = measure(file, ZONE, "all", (), UNTIL)
        calls = read_rows(file, ZONE, "all").wanted
    since = date.fromisoformat(fitted.breaks[-1])
    before = calls.filter(pl.col("local").dt.date().is_between(since, UNTIL, closed="left"))
    world = world_of(before, fitted.weekly)
    seen, came = response(before), response(calls.filter(pl.col("local").dt.date() >= UNTIL))
    roster = min(ROSTERS, key=lambda one: apart(live(world, one, TRIED)[0], seen))
    told, runs = live(world, roster, SEEDS)
    return [*told_rows(told, seen, came, roster), *spread_rows(runs, came)]


def import_police(folder: Path) -> Path:
    """The center's police calls that no officer began."""
    import_cad(SOURCE, "us_911_centre", folder / "all")
    begun = pl.col("reception").fill_null("").str.to_lowercase().str.contains("officer")
    (folder / "police").mkdir()
    file = folder / "police" / "calls.parquet"
    pl.read_parquet(folder / "all" / "calls.parquet").filter((pl.col("service") == "police") & ~begun).write_parquet(file)
    return file


def response(calls: pl.DataFrame) -> Response:
    """As it was."""
    minutes = calls.get_column("response").drop_nulls().to_numpy() / 60_000
    return Response(float(np.median(minutes)), float(np.quantile(minutes, 0.9)))


def world_of(calls: pl.DataFrame, weekly: tuple[float, ...]) -> PlanningWorld:
    """One place; each drive takes a share of the median drive, as drives did. Somebody is sent as fast as to the most urgent calls: what
    others waited longer for was a crew."""
    step = {name: quantiles(calls.get_column(name).drop_nulls().to_numpy()) for name in ("triage", "turnout", "drive", "scene")}
    urgent = calls.filter(pl.col("priority") == "1").get_column("wait").drop_nulls().to_numpy()
    middle = step["drive"][2]
    first, second, third, fourth, fifth = (round(1000 * ms / middle) for ms in step["drive"])
    levels = [LEVELS.get(one or "", Level.ROUTINE) for one in calls.get_column("priority").to_list()]
    kinds = tuple(CallKind(name=level.name.lower(), weight=levels.count(level), level=int(level)) for level in Level if level in levels)
    return PlanningWorld(
        name="center", source="weeks 41 to 44", east_ms=EAST_MS, places=((0, 0),), weekly=weekly, where=((1.0,),) * 4, kinds=kinds,
        bands=(0,) * 168, drives=(((middle,),),), lights_permille=1000,
        durations=dict.fromkeys(DURATIONS, (0,) * 5) | {
            "triage": step["triage"], "ready": quantiles(urgent), "turnout": step["turnout"], "engaged": step["scene"],
            "drive_permille": (first, second, third, fourth, fifth),
        },
    )  # fmt: skip


def live(world: PlanningWorld, roster: tuple[int, int], seeds: int) -> tuple[Response, list[Response]]:
    """Four weeks, so many times: the mean of the runs, and each."""
    start = MONDAY_MS + 2913 * 7 * 24 * HOUR_MS - EAST_MS  # Monday, 3 November 2025, midnight there
    scenario = Scenario(police_only(), world, units(*roster), start, start + DAYS * 24 * HOUR_MS)
    told = [figures_of(run_fast(replace(scenario, seed=seed))) for seed in range(1, seeds + 1)]
    runs = [Response(one.response_median, one.response_p90) for one in told]
    return Response(float(np.mean([one.median for one in runs])), float(np.mean([one.p90 for one in runs]))), runs


def police_only() -> Rules:
    """The default program with one kind of crew for everything."""
    rules = load_program("tailored").rules
    plans = {level: LevelPlan(level, (CrewStep("patrol", 0),), 24 * HOUR_MS, HOUR_MS, False, 0) for level in Level if level}
    return replace(rules, program=replace(rules.program, levels=plans))


def units(day: int, night: int) -> tuple[PlannedUnit, ...]:
    """So many by day, so many of them by night, too."""
    early = tuple(Shift(24 * weekday + DAY_BEGINS, 12) for weekday in range(7))
    return tuple(
        PlannedUnit(name=f"P{n}", crew_kind="patrol", post=0, members=((f"p{n}", "officer", ("en",)),), shifts=early if n >= night else ())
        for n in range(day)
    )


def apart(one: Response, other: Response) -> float:
    """How far one is from the other, in logarithms."""
    return math.hypot(math.log(one.median / other.median), math.log(one.p90 / other.p90))


def told_rows(told: Response, seen: Response, came: Response, roster: tuple[int, int]) -> list[Row]:
    chosen = f"{roster[0]} crews by day and {roster[1]} by night, by weeks 41 to 44 ({seen.median:.1f} and {seen.p90:.1f} min)"
    return [
        at_most("reality", f"median: {told.median:.1f} told, {came.median:.1f} came; {chosen}", off(told.median, came.median), 10, "% off"),
        at_most("reality", f"90th percentile: {told.p90:.1f} told, {came.p90:.1f} came", off(told.p90, came.p90), 10, "% off"),
    ]


def spread_rows(runs: list[Response], came: Response) -> list[Row]:
    """Four weeks are few: how far single runs of the same world lie apart."""
    p90 = sorted(one.p90 for one in runs)
    inside = p90[0] <= came.p90 <= p90[-1]
    return [
        at_most(
            "reality", f"90th percentile of single runs: {p90[0]:.1f} to {p90[-1]:.1f}; outside it (0 is inside)", float(not inside), 0.5
        )
    ]


def off(told: float, came: float) -> float:
    """In percent of what came."""
    return abs(told / came - 1) * 100


if __name__ == "__main__":
    print(json.dumps(rows(), indent=2))
