"""``alongside twin run``: the living city in memory, as fast as it goes, decided by the live system's own code."""

import argparse
import json
import sys
from collections.abc import Sequence

from alongside.library.reading import Mistake
from alongside.twin.prepare import prepare
from alongside.twin.run import run
from alongside.twin.summary import summarise

HOUR = 3_600_000


def parser() -> argparse.ArgumentParser:
    """The options of a run."""
    ask = argparse.ArgumentParser(prog="alongside twin", description="Run the living city in memory, decided by the live code.")
    verbs = ask.add_subparsers(dest="verb", required=True)
    go = verbs.add_parser("run", help="live through some hours and say what came of them")
    go.add_argument("--program", default="tailored", help="program profile (tailored)")
    go.add_argument("--hours", type=int, default=24, help="how long (24)")
    go.add_argument("--start", default="2026-06-05T06:00", help="local time of the area (2026-06-05T06:00)")
    go.add_argument("--seed", type=int, default=1, help="the same seed gives the same facts (1)")
    go.add_argument("--json", action="store_true", help="one JSON object instead of lines")
    return ask


def main(argv: Sequence[str]) -> int:
    """Run and report; 2 where the program or the time cannot be read."""
    told = parser().parse_args(list(argv))
    try:
        city, began = prepare(told.program, told.start, told.seed)
    except (Mistake, ValueError) as mistake:
        sys.stderr.write(f"{mistake}\n")
        return 2
    summary = summarise(run(city, began, began + told.hours * HOUR))
    lines = (f"{name.replace('_', ' '):<32} {value}" for name, value in summary.items())
    print(json.dumps(summary) if told.json else "\n".join(lines))
    return 0
