"""`alongside twin fit HISTORY --out WORLD`: a world fitted to an imported call history, with what the fit rests on."""

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from alongside.evaluate.fitting.measured import CannotFit
from alongside.library.reading import Mistake as LibraryMistake
from alongside.roads.refused import RoadsRefused
from alongside.server.plan.worlds.fitting import fit
from alongside.server.plan.worlds.report import ShowStep, lines
from alongside.twin.planning.wrong import Mistake


def main(argv: Sequence[str] | None = None) -> int:
    """Fit one history. 0 done, 1 refused with a sentence."""
    told = parser().parse_args(argv)
    data = Path(os.environ.get("ALONGSIDE_DATA", "var"))
    try:
        wanted = "all" if told.all else "behavioural"
        path, measured = fit(data, told.history, told.out or "", told.program, wanted, told.until, ShowStep())
    except (CannotFit, Mistake, LibraryMistake, RoadsRefused, OSError) as refusal:
        print(f"{told.history}: {refusal}", file=sys.stderr)
        return 1
    print("\n".join(lines(measured)))
    print(f"  written: {path}")
    return 0


def parser() -> argparse.ArgumentParser:
    """The options."""
    ask = argparse.ArgumentParser(prog="alongside twin fit", description="Fit a planning world to an imported call history.")
    ask.add_argument("history", help="its name, as `alongside import cad` wrote it into the data folder, or the folder itself")
    ask.add_argument("--out", metavar="WORLD", help="the name of the world (usual: the history's, and what of it was taken)")
    ask.add_argument("--program", default="tailored", help="program and area the world is for (tailored)")
    ask.add_argument("--all", action="store_true", help="fit all calls, not those whose words say behavioral health")
    ask.add_argument("--until", type=date.fromisoformat, help="only calls before this local day, such as 2025-11-02")
    return ask
