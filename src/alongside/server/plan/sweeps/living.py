"""A sweep as it is lived through: how long it will take said first, then how far it is; stopped by Ctrl-C, and gone on with."""

import os
from collections.abc import Sequence
from pathlib import Path

import polars as pl

from alongside.server.plan.sweeps.nodes import Place, token_in
from alongside.server.plan.sweeps.on_ray import OnRay
from alongside.server.plan.sweeps.said import Told, say
from alongside.twin.engine.readiness import is_prepared, prepare
from alongside.twin.planning.estimate import estimate
from alongside.twin.planning.parts import Plan, list_parts
from alongside.twin.planning.sweep import must_be_a_sweep, run_sweep
from alongside.twin.sweeping.code_mark import code_mark


def live_sweep(
    plans: Sequence[Plan], seeds: Sequence[int], out: Path, place: Place | None, data: Path, processes: int | None
) -> pl.DataFrame | None:
    """One row a run, kept whole as ``runs.parquet`` beside its parts; None where it was stopped. Parts of other code are not used again."""
    must_be_a_sweep(plans, seeds)
    at_once, folder = processes or os.cpu_count() or 1, out / "parts" / code_mark()
    nodes = OnRay(place, token_in(data)) if place else None
    parts = list_parts(plans, seeds, folder)
    there = sum(part.path.exists() for part in parts)
    if there < len(parts):
        if nodes:
            nodes.look()
        foretell(plans, seeds, 1 if place else at_once, place)
    try:
        runs = run_sweep(plans, seeds, folder, Told(there), at_once, live=nodes)
    except KeyboardInterrupt:
        say(f"Stopped; what is finished is kept in {out}. Asked again, it goes on from there.")
        return None
    for node, count in sorted(nodes.by_node.items()) if nodes else ():
        say(f"  {node}: {count} parts")
    keep_whole(runs, out / "runs.parquet")
    return runs


def foretell(plans: Sequence[Plan], seeds: Sequence[int], at_once: int, place: Place | None) -> None:
    """How long it takes, from some calls that are lived now."""
    if not is_prepared():
        say("The simulator makes its machine code, once: about half a minute.")
        prepare()
    said = estimate(plans, seeds, at_once)
    say(f"{said}{f' if it had one core; {place} shares it out' if place else ''}. Ctrl-C stops it, and keeps what is finished.")


def keep_whole(runs: pl.DataFrame, path: Path) -> None:
    """Every row in one file, for whoever reads Parquet."""
    written = path.with_name(f".{path.name}.{os.getpid()}.part")
    runs.write_parquet(written)
    written.replace(path)
