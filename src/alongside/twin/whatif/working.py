"""Lives the sides of a job seed by seed, first a few, then more, and says after each round what is known so far."""

import os
import time
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from alongside.twin.engine.fast import Ready
from alongside.twin.engine.readiness import is_prepared, prepare
from alongside.twin.planning.parts import Part, Plan, list_parts
from alongside.twin.planning.running import CORE, KERNEL, find_ready, run_part
from alongside.twin.whatif.finding import found_so_far
from alongside.twin.whatif.sides import core_s, rounds, scenario_of
from alongside.twin.whatif.told import FOUND, PREPARING_S, PROGRESS, STOP, Found, Job, Progress, write


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
