"""``alongside twin run``: the living city in memory, as fast as it goes, decided by the live system's own code."""

import argparse
import json
import os
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from statistics import median
from zoneinfo import ZoneInfo

from alongside.core.dispatch.facts import NeedUnmet
from alongside.core.intake.facts import CallTaken
from alongside.library.programs import load_program
from alongside.library.reading import Mistake
from alongside.roads import open_area
from alongside.twin.city import City
from alongside.twin.run import Told, run

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
        profile = load_program(told.program)
        start = datetime.fromisoformat(told.start).replace(tzinfo=ZoneInfo(profile.area.zone))
    except (Mistake, ValueError) as mistake:
        sys.stderr.write(f"{mistake}\n")
        return 2
    folder = Path(os.environ.get("ALONGSIDE_DATA", "var")) / "roads"
    began = round(start.timestamp() * 1000)
    lived = run(City(profile, open_area(profile.area, folder), told.seed), began, began + told.hours * HOUR)
    summary = summarise(lived)
    lines = (f"{name.replace('_', ' '):<32} {value}" for name, value in summary.items())
    print(json.dumps(summary) if told.json else "\n".join(lines))
    return 0


def summarise(lived: Told) -> dict[str, object]:
    """Counts of a run, and the median time from first ring to the first unit on scene, in minutes."""
    arrived = [one for one in lived.board.incidents if one.first_on_scene_at is not None]
    waits = [(one.first_on_scene_at or 0) - one.first_ring_at for one in arrived]
    ends = Counter(episode.ended.value if episode.ended else "still cared for" for episode in lived.board.episodes)
    return {
        "calls": sum(isinstance(fact, CallTaken) for fact in lived.facts),
        "people": len(lived.board.episodes),
        "requests": len(lived.requests),
        "requests_refused": len(lived.refused),
        "facts": len(lived.facts),
        "nobody_responsible": sum(one.responsible is None and one.ended is None for one in lived.board.episodes),
        "right_team_not_free": sum(isinstance(fact, NeedUnmet) for fact in lived.facts),
        "median_minutes_ring_to_scene": round(median(waits) / 60_000, 1) if waits else None,
        "episodes": dict(sorted(ends.items())),
    }
