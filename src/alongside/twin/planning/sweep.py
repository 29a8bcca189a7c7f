"""Many runs: plans × seeds over all cores, kept in Parquet part by part, so that what was stopped goes on where it was."""

import os
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path

import polars as pl

from alongside.twin.engine.fast import Ready
from alongside.twin.planning.paired import Difference, paired
from alongside.twin.planning.parts import Part, Plan, list_parts
from alongside.twin.planning.runnable import check_scenario
from alongside.twin.planning.running import find_ready, run_part

Progress = Callable[[int, int], bool]  # (done, of all): whether to go on
Live = Callable[[Sequence[Plan], Sequence[Part]], Generator[Part]]  # each part once it is kept; closed early it ends what still runs


class Stopped(Exception):
    """Whoever asked for the sweep stopped it; what was finished is kept."""


def run_sweep(
    plans: Sequence[Plan],
    seeds: Sequence[int],
    folder: Path,
    progress: Progress | None = None,
    processes: int | None = None,
    live: Live | None = None,
) -> pl.DataFrame:
    """One row a run: plan, seed, engine, figures. Finished parts found in ``folder`` are not run again. Raises :class:`Stopped`.

    By so many ``processes`` of this machine (usual: as many as it has cores), or by whoever ``live`` asks.
    """  # fmt: skip
    must_be_a_sweep(plans, seeds)
    folder.mkdir(parents=True, exist_ok=True)
    parts = list_parts(plans, seeds, folder)
    missing = [part for part in parts if not part.path.exists()]
    done = len(parts) - len(missing)
    with closing((live or in_processes(processes or os.cpu_count() or 1))(plans, missing)) as finished:
        for part in finished:
            done += 1
            if progress is not None and not progress(done, len(parts)):
                raise Stopped(f"{done} of {len(parts)} parts are kept in {part.path.parent.name}")
    return pl.concat([pl.read_parquet(part.path) for part in parts])


def must_be_a_sweep(plans: Sequence[Plan], seeds: Sequence[int]) -> None:
    """Raises ``ValueError`` with what is missing, or is there twice, and ``Mistake`` for a plan that cannot be run."""
    names = [plan.name for plan in plans]
    if not plans or not seeds:
        raise ValueError("a sweep needs at least one plan and one seed")
    for name in names:
        if names.count(name) > 1:
            raise ValueError(f"two plans are called {name}; give each a name of its own")
    if len(set(seeds)) < len(seeds):
        raise ValueError("a seed is given twice: the same run would count twice")
    for plan in plans:
        check_scenario(plan.scenario)


def in_processes(processes: int) -> Live:
    """On this machine."""
    return lambda plans, missing: _finish(plans, missing, processes)


def get_ready(plans: Sequence[Plan], missing: Sequence[Part]) -> dict[int, Ready | None]:
    """The plans of these parts compiled for the kernels, where they know them; by their index."""
    return {index: find_ready(plans[index].scenario) for index in dict.fromkeys(part.plan for part in missing)}


def _finish(plans: Sequence[Plan], missing: Sequence[Part], processes: int) -> Generator[Part]:
    if not missing:
        return
    ready = get_ready(plans, missing)
    if processes == 1:
        for part in missing:
            run_part(part, plans[part.plan], ready[part.plan])
            yield part
        return
    with ProcessPoolExecutor(min(processes, len(missing)), mp_context=get_context("spawn")) as pool:
        running: dict[Future[None], Part] = {}
        try:
            for part in missing:
                running[pool.submit(run_part, part, plans[part.plan], ready[part.plan])] = part
            while running:
                for one in wait(running, return_when=FIRST_COMPLETED).done:
                    one.result()
                    yield running.pop(one)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def compare(runs: pl.DataFrame, before: str, after: str, figure: str) -> Difference:
    """The paired difference of one figure between two plans of a sweep. Raises ``ValueError`` where they were not run on the same seeds."""
    for name in (before, after):
        if name not in runs["plan"]:
            raise ValueError(f"no plan called {name} was run")
    if figure not in runs.columns:
        raise ValueError(f"{figure} is no figure of a run")
    one = runs.filter(pl.col("plan") == before).sort("seed")
    two = runs.filter(pl.col("plan") == after).sort("seed")
    if one["seed"].to_list() != two["seed"].to_list():
        raise ValueError(f"{before} and {after} were not run with the same seeds")
    return paired(one[figure].to_list(), two[figure].to_list())
