"""`alongside replay --source san-diego --date 2023-01-14 --program pert`: a real day through the same decisions, and a report of it."""

import argparse
import os
import sys
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from alongside.evaluate.history.batch import Unreadable
from alongside.ledger.refused import LedgerRefused
from alongside.library.reading import Mistake
from alongside.server.replay import asked, refused, replay, saving, sources, start, watching
from alongside.server.replay.pace import FASTEST

USUAL_SPEED = 60.0


def main(argv: Sequence[str] | None = None) -> int:
    """Replay one day. 0 done, 1 refused with a sentence."""
    told = parser().parse_args(argv)
    began = time.monotonic()
    wanted = ["behavioural"] + (["possible"] if told.possible or told.all else []) + (["not", "unknown"] if told.all else [])
    out = told.out or Path(os.environ.get("ALONGSIDE_DATA", "var")) / "replay" / f"{told.source}-{told.date}-{told.program}"
    history = told.history.resolve() if told.history else None
    day = asked.Asked(told.source, told.date, told.program, out.resolve(), history, frozenset(wanted), told.seed)
    try:
        if told.watch:
            return start.serve(day, told.speed or USUAL_SPEED, told.port)
        figures = replay.replay(day, watching.Watch(None if told.speed == FASTEST else told.speed))
    except (refused.ReplayRefused, Mistake, Unreadable, LedgerRefused) as refusal:
        print(refusal, file=sys.stderr)
        return 1
    saving.keep(figures, out)
    show(figures, out, time.monotonic() - began)
    return 0 if figures["reconciliation"]["adds_up"] else 1


def a_speed(text: str) -> float:
    """From 1 up, or “max”."""
    speed = FASTEST if text == "max" else float(text)
    if not 1 <= speed <= FASTEST:
        raise argparse.ArgumentTypeError("choose 1 or more, or max")
    return speed


def parser() -> argparse.ArgumentParser:
    """The options."""
    ask = argparse.ArgumentParser(
        prog="alongside replay", description="Run a real day of calls through the same decisions, with a program's crews."
    )
    ask.add_argument("--source", required=True, help=f"which history: {', '.join(sources.SOURCES)}")
    ask.add_argument("--date", required=True, type=date.fromisoformat, help="the local day, such as 2023-01-14")
    ask.add_argument("--program", default="tailored", help="program profile whose rules and crews answer (tailored)")
    ask.add_argument("--out", type=Path, help="a new folder for ledger and report (usual: replay/… in the data folder)")
    ask.add_argument("--history", type=Path, help="folder the histories lie in (usual: shared/data beside the project)")
    ask.add_argument("--possible", action="store_true", help="also take calls that often turn out to be a crisis, such as welfare checks")
    ask.add_argument("--all", action="store_true", help="take every call of the day")
    ask.add_argument("--speed", type=a_speed, help="this many times faster than a clock, or max (with --watch: 60; else watch it here)")
    ask.add_argument("--watch", action="store_true", help="serve the console over the replay, on this machine only")
    ask.add_argument("--port", type=int, default=8000, help="with --watch: listen on this port (8000)")
    ask.add_argument("--seed", type=int, default=1, help="what is modelled by chance (1)")
    return ask


def show(figures: dict, out: Path, seconds: float) -> None:  # type: ignore[type-arg]
    """The sums, in a few lines."""
    sums, times = figures["reconciliation"], figures["times"]
    print(f"{figures['source']['title']}, {figures['source']['date']}, program {figures['program']['id']} ({seconds:.0f} s)")
    print(
        f"  rows of the day {sums['source_rows']} = taken {sums['taken']} + possible {sums['possible']} + not behavioural "
        f"{sums['not_behavioural']} + repeats {sums['repeats']} + set aside {sums['set_aside']}: "
        f"{'adds up' if sums['adds_up'] else 'DOES NOT ADD UP'}"
    )
    print("  recommended first: " + ", ".join(f"{kind} {count}" for kind, count in figures["recommended"].items()))
    print(f"  drive {times['drive']['median']} min, ring to scene {times['ring_to_scene']['median']} min (medians, modelled)")
    print(f"  report: {out / 'report.html'}")


if __name__ == "__main__":
    sys.exit(main())
