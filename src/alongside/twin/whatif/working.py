"""Lives the sides of a job seed by seed, first a few, then more, and says after each round what is known so far."""

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import isfinite
from pathlib import Path

import polars as pl

from alongside.library import load_program
from alongside.twin.engine.fast import Ready
from alongside.twin.engine.readiness import is_prepared, prepare
from alongside.twin.planning.parts import Part, Plan, list_parts
from alongside.twin.planning.running import CORE, KERNEL, find_ready, run_part
from alongside.twin.planning.scenario import Practice, Scenario
from alongside.twin.planning.sweep import compare
from alongside.twin.planning.world import Mistake
from alongside.twin.whatif.told import CORE_MS_A_CALL, FOUND, PREPARING_S, PROGRESS, STOP, Compared, Found, Job, Progress, Side, write

WEEK_MS = 7 * 24 * 3_600_000
FIRST = 2  # seeds of the first round: the fewest that give an interval
MOST_AT_ONCE = 8
FIGURES = (
    "response_median", "response_p90", "response_mean", "without_police", "unmet", "never_sent", "police_hours",
    "referred_for_want_of_a_place", "met", "calls",
)  # fmt: skip
PATTERNS = ("responses", "unmet_hours", "unmet_places")


class Stopped(Exception):
    """Whoever asked for it wants it no more."""


@dataclass
class Work:
    """One job in its folder. Parts that are there already are not lived again."""

    folder: Path
    job: Job
    lived: int = 0  # calls that were lived just now, and how long that took
    seconds: float = 0.0
    parent: int = field(default_factory=os.getppid)

    def live(self) -> Found:
        """Raises :class:`Stopped`, or ``Mistake`` for a world or program that cannot be."""
        plans = [Plan(side.name, scenario_of(self.job, side)) for side in self.job.sides]
        ready = self._engines(plans)
        engine = CORE if None in ready else KERNEL
        frames: list[pl.DataFrame] = []
        for seeds in rounds(self.job.runs):
            for part in list_parts(plans, seeds, self.folder / "parts"):
                frames.append(self._part(part, plans[part.plan], ready[part.plan]))
                self._tell(sum(one.height for one in frames), engine)
            found = found_so_far(self.job, pl.concat(frames), engine)
            write(self.folder, FOUND, found)
        return found

    def _engines(self, plans: list[Plan]) -> list[Ready | None]:
        """The fast engine for each, where it knows the plan. What the live core has done sooner than the kernels are made is left to it."""
        if not is_prepared():
            if core_s(self.job) < PREPARING_S:
                return [None for _ in plans]
            prepare()
        return [find_ready(plan.scenario) for plan in plans]

    def _part(self, part: Part, plan: Plan, ready: Ready | None) -> pl.DataFrame:
        if (self.folder / STOP).exists() or os.getppid() != self.parent:
            raise Stopped  # also where the server is gone: it asks again when it comes back
        if part.path.exists():
            return pl.read_parquet(part.path)
        part.path.parent.mkdir(parents=True, exist_ok=True)
        began = time.monotonic()
        run_part(part, plan, ready)
        rows = pl.read_parquet(part.path)
        self.seconds += time.monotonic() - began
        self.lived += int(rows["calls"].sum())
        return rows

    def _tell(self, done: int, engine: str) -> None:
        told = Progress(done=done, of=self.job.runs * len(self.job.sides), seconds=self.seconds, engine=engine)
        write(self.folder, PROGRESS, told)


def core_s(job: Job) -> float:
    """How long the live core would take for all of it, in seconds."""
    calls = sum(job.world.weekly) * job.weeks * job.runs * sum(side.demand for side in job.sides)
    return calls * CORE_MS_A_CALL / 1000


def rounds(runs: int) -> Iterator[list[int]]:
    """Seeds 1 to ``runs``: two, four, then by eight."""
    first, size = 1, FIRST
    while first <= runs:
        yield list(range(first, min(first + size, runs + 1)))
        first, size = first + size, min(2 * size, MOST_AT_ONCE)


def scenario_of(job: Job, side: Side) -> Scenario:
    """What one side lives. Raises ``Mistake`` where its program is not there, or no longer what it was."""
    rules = load_program(side.program, job.area).rules
    if rules.hash != side.rules:
        raise Mistake(f"{side.program}: its rules have changed since this plan was made; make the plan anew from today's")
    practice = Practice(reassigns=side.reassigns, sends_second=side.sends_second, demand=side.demand)
    return Scenario(rules, job.world, side.units, job.start, job.start + job.weeks * WEEK_MS, 1, practice)


def found_so_far(job: Job, runs: pl.DataFrame, engine: str) -> Found:
    """Every side against the first, figure by figure."""
    first, *others = (side.name for side in job.sides)
    compared = {name: {figure: one for figure in FIGURES if (one := compared_of(runs, first, name, figure))} for name in others}
    sums = {pattern: {side.name: summed(runs, side.name, pattern) for side in job.sides} for pattern in PATTERNS}
    pairs = runs.filter(pl.col("plan") == first).height
    return Found(pairs=pairs, runs=job.runs, engine=engine, weeks=job.weeks, compared=compared, **sums)


def compared_of(runs: pl.DataFrame, before: str, after: str, figure: str) -> Compared | None:
    """None where no run counted anybody in both."""
    try:
        told = compare(runs, before, after, figure)
    except ValueError:
        return None
    low, high = (end if isfinite(end) else None for end in (told.low, told.high))
    return Compared(before=told.before, after=told.after, mean=told.mean, low=low, high=high, pairs=told.pairs)


def summed(runs: pl.DataFrame, name: str, pattern: str) -> list[int]:
    """Each count added up over the runs of one side."""
    rows = runs.filter(pl.col("plan") == name)[pattern].to_list()
    return [sum(column) for column in zip(*rows, strict=True)]
