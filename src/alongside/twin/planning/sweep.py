"""Many runs: plans × seeds over all cores, kept in Parquet part by part, so that what was stopped goes on where it was."""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass, replace
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path

import msgspec
import polars as pl

from alongside.twin.engine.call_kinds import Outside
from alongside.twin.engine.fast import Ready, compile_scenario, run_ready
from alongside.twin.planning.calls import sample
from alongside.twin.planning.figures import Figures, figures_of, figures_of_core
from alongside.twin.planning.paired import Difference, paired
from alongside.twin.planning.scenario import Scenario
from alongside.twin.planning.world import PlanningWorld

CHUNK = 8  # seeds of one plan that one process runs before it is asked whether to go on
Progress = Callable[[int, int], bool]  # (done, of all): whether to go on


@dataclass(frozen=True)
class Plan:
    """One plan of a sweep. Its scenario's own seed is not used."""

    name: str
    scenario: Scenario


@dataclass(frozen=True)
class Part:
    """Some seeds of one plan."""

    plan: int
    seeds: tuple[int, ...]
    path: Path


class Stopped(Exception):
    """Whoever asked for the sweep stopped it; what was finished is kept."""


def run_sweep(
    plans: Sequence[Plan], seeds: Sequence[int], folder: Path, progress: Progress | None = None, processes: int | None = None
) -> pl.DataFrame:
    """One row a run: plan, seed, engine, figures. Finished parts found in ``folder`` are not run again. Raises :class:`Stopped`."""
    folder.mkdir(parents=True, exist_ok=True)
    parts = [part for index, plan in enumerate(plans) for part in _parts(index, plan, seeds, folder)]
    todo = [part for part in parts if not part.path.exists()]
    done = len(parts) - len(todo)
    for part in _finish(plans, todo, processes or os.cpu_count() or 1):
        done += 1
        if progress is not None and not progress(done, len(parts)):
            raise Stopped(f"{done} of {len(parts)} parts are kept in {part.path.parent.name}")
    return pl.concat([pl.read_parquet(part.path) for part in parts])


def _parts(index: int, plan: Plan, seeds: Sequence[int], folder: Path) -> list[Part]:
    mark = name_of(plan)
    chunks = [tuple(seeds[first : first + CHUNK]) for first in range(0, len(seeds), CHUNK)]
    return [Part(index, chunk, folder / f"{mark}-{sha256(repr(chunk).encode()).hexdigest()[:12]}.parquet") for chunk in chunks]


def name_of(plan: Plan) -> str:
    """Changes with anything that could change a figure; a part is only used again where it is the same."""
    scenario = plan.scenario
    said = (plan.name, scenario.rules.hash, scenario.world.hash(), scenario.start, scenario.end)
    return sha256(msgspec.json.encode((said, scenario.units, scenario.practice, repr(scenario.rules)))).hexdigest()[:16]


def _finish(plans: Sequence[Plan], todo: Sequence[Part], processes: int) -> Iterator[Part]:
    """Each part as it is finished. What the kernels do not know runs on the live core, here."""
    ready: dict[int, Ready] = {}
    for part in todo:
        if part.plan not in ready:
            try:
                ready[part.plan] = compile_scenario(plans[part.plan].scenario)
            except Outside:
                continue
    for part in [one for one in todo if one.plan not in ready]:
        _keep(part, plans[part.plan].name, "core", [figures_of_core(replace(plans[part.plan].scenario, seed=seed)) for seed in part.seeds])
        yield part
    yield from _finish_fast(plans, [one for one in todo if one.plan in ready], ready, processes)


def _finish_fast(plans: Sequence[Plan], todo: Sequence[Part], ready: dict[int, Ready], processes: int) -> Iterator[Part]:
    if not todo:
        return
    with ProcessPoolExecutor(min(processes, len(todo)), mp_context=get_context("spawn")) as pool:
        running: dict[Future[None], Part] = {}
        try:
            for part in todo:
                scenario = plans[part.plan].scenario
                running[pool.submit(run_part, part, plans[part.plan].name, ready[part.plan], scenario.world, scenario.practice.demand)] = (
                    part
                )
            while running:
                for one in wait(running, return_when=FIRST_COMPLETED).done:
                    one.result()
                    yield running.pop(one)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def run_part(part: Part, name: str, ready: Ready, world: PlanningWorld, demand: float) -> None:
    """In a process of its own."""
    told = [figures_of(run_ready(ready, sample(world, ready.start, ready.end, seed, demand))) for seed in part.seeds]
    _keep(part, name, "kernel", told)


def _keep(part: Part, name: str, engine: str, told: Sequence[Figures]) -> None:
    """Whole or not at all: a part that was being written when the machine stopped is not there."""
    rows = [{"plan": name, "seed": seed, "engine": engine, **one.as_row()} for seed, one in zip(part.seeds, told, strict=True)]
    written = part.path.with_suffix(f".{os.getpid()}.part")
    pl.DataFrame(rows).write_parquet(written)
    written.replace(part.path)


def compare(runs: pl.DataFrame, before: str, after: str, figure: str) -> Difference:
    """The paired difference of one figure between two plans of a sweep. Raises ``ValueError`` where they were not run on the same seeds."""
    one = runs.filter(pl.col("plan") == before).sort("seed")
    two = runs.filter(pl.col("plan") == after).sort("seed")
    if one["seed"].to_list() != two["seed"].to_list():
        raise ValueError(f"{before} and {after} were not run with the same seeds")
    return paired(one[figure].to_list(), two[figure].to_list())
