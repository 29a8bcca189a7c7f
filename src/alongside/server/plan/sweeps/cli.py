"""``alongside twin sweep PLAN …``: plans lived many times over, on this machine or on several, and compared run by run."""

import argparse
import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from alongside.library import load_program
from alongside.server.plan.sweeps.living import live_sweep
from alongside.server.plan.sweeps.nodes import read_place
from alongside.server.plan.sweeps.said import or_refused
from alongside.twin.sweeping.asked import read_plans
from alongside.twin.sweeping.in_world import Terms
from alongside.twin.sweeping.told import tell, tell_json

MOST_RUNS, MOST_WEEKS, MOST_DEMAND = 10_000, 520, 200
PLAN = "today, another program, a file (a list of units, or a mapping with levels), or the mark of a plan of the planning board"


def parser() -> argparse.ArgumentParser:
    """What may be said."""
    ask = argparse.ArgumentParser(prog="alongside twin sweep", description="Live plans many times over, and compare them.")
    ask.add_argument("plans", nargs="+", metavar="PLAN", help=f"{PLAN}; the first is what the others are compared with")
    ask.add_argument("--out", required=True, metavar="FOLDER", help="where it is kept: part by part, then whole in runs.parquet")
    ask.add_argument("--seeds", type=int, default=30, help="how often each plan is lived, with the same calls for all (30)")
    ask.add_argument("--weeks", type=int, default=4, help="how long each time (4)")
    ask.add_argument("--demand", type=int, default=100, help="percent of the world's calls; a plan of the board says its own (100)")
    ask.add_argument("--program", default="tailored", help="whose roster, rules and area today's are (tailored)")
    ask.add_argument("--world", metavar="NAME", help="a world fitted to an imported history (today's, or that of a plan of the board)")
    ask.add_argument("--start", type=date.fromisoformat, default=date(2026, 6, 1), help="a day of the first week (2026-06-01)")
    ask.add_argument("--on", metavar="ray://HOST:PORT", help="let the nodes there live it (guide: plan.md); else this machine does")
    ask.add_argument("--processes", type=int, help="at once on this machine (as many as it has cores)")
    ask.add_argument("--json", action="store_true", help="one JSON object instead of lines")
    return ask


def main(argv: Sequence[str]) -> int:
    """0 done, 2 refused with a sentence, 130 stopped: asked again it goes on."""
    told = parser().parse_args(list(argv))
    return or_refused(lambda: ask_sweep(told))


def ask_sweep(told: argparse.Namespace) -> int:
    """Raises what bad input raises, each with its sentence."""
    must_be_asked_well(told)
    place, data = read_place(told.on) if told.on else None, Path(os.environ.get("ALONGSIDE_DATA", "var"))
    terms = Terms(load_program(told.program), data, told.weeks, told.demand, told.start, told.world)
    plans = read_plans(told.plans, terms)
    runs = live_sweep(plans, range(1, told.seeds + 1), Path(told.out), place, data, told.processes)
    if runs is None:
        return 130
    print(tell_json(plans, runs) if told.json else "\n".join(tell(plans, runs, told.weeks)))
    return 0


def must_be_asked_well(told: argparse.Namespace) -> None:
    """Raises ``ValueError``: which option, and what it may be."""
    ranges: Sequence[tuple[str, int | None, int, int]] = (
        ("--seeds", told.seeds, 2, MOST_RUNS), ("--weeks", told.weeks, 1, MOST_WEEKS), ("--demand", told.demand, 0, MOST_DEMAND),
        ("--processes", told.processes, 1, 1024),
    )  # fmt: skip
    for name, said, least, most in ranges:
        if said is not None and not least <= said <= most:
            raise ValueError(f"{name} must be from {least} to {most}; {said} is not")
    if told.on and told.processes:
        raise ValueError("--processes is for this machine; on nodes it is `alongside twin node --cores` that says how many at once")
