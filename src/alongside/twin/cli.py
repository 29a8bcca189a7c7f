"""``alongside twin run | replay | what-if``: the living city in memory; a recorded ledger asked again, or lived under another plan."""

import argparse
import json
import sys
from collections.abc import Sequence

from alongside.ledger.refused import LedgerRefused
from alongside.library.reading import Mistake
from alongside.twin.prepare import prepare, replay_recorded
from alongside.twin.recorded import cli as what_if
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
    again = verbs.add_parser("replay", help="ask a recorded ledger's requests again and name what is decided otherwise; writes nothing")
    again.add_argument("ledger", help="a SQLite file or PostgreSQL address")
    again.add_argument("--program", default="tailored", help="the program it was recorded under (tailored)")
    again.add_argument("--json", action="store_true", help="one JSON object instead of lines")
    what_if.add_options(verbs.add_parser("what-if", help="live a recorded ledger's calls under another policy or roster; writes nothing"))
    return ask


def main(argv: Sequence[str]) -> int:
    """Run and report; 1 where a replay found something decided otherwise, 2 where program, time, ledger or plan cannot be read."""
    told = parser().parse_args(list(argv))
    try:
        return DOES[told.verb](told)
    except (Mistake, ValueError, LedgerRefused, OSError) as mistake:
        sys.stderr.write(f"{mistake}\n")
        return 2


def run_city(told: argparse.Namespace) -> int:
    """``run``."""
    city, began = prepare(told.program, told.start, told.seed)
    show(summarise(run(city, began, began + told.hours * HOUR)), told.json)
    return 0


def replay_ledger(told: argparse.Namespace) -> int:
    """``replay``."""
    done = replay_recorded(told.ledger, told.program)
    figures = {name: getattr(done, name) for name in ("requests", "refused", "facts", "other_rules", "unequal")}
    show(figures | ({"differences": [vars(one) for one in done.differences]} if told.json else {}), told.json)
    for one in () if told.json else done.differences:
        print(f"{one.kind} {one.request} at {one.at}{' under other rules' if one.other_rules else ''}\n  was {one.told}\n  is  {one.tells}")
    return 1 if done.unequal else 0


def live_otherwise(told: argparse.Namespace) -> int:
    """``what-if``."""
    found = what_if.ask_what_if(told)
    if told.json:
        found["differences"] = {name: vars(one) for name, one in found["differences"].items()}
        print(json.dumps(found))
    else:
        print("\n".join(what_if.show_what_if(found)))
    return 0


DOES = {"run": run_city, "replay": replay_ledger, "what-if": live_otherwise}


def show(figures: dict[str, object], as_json: bool) -> None:
    """One JSON object, or a line each."""
    lines = (f"{name.replace('_', ' '):<32} {value}" for name, value in figures.items())
    print(json.dumps(figures) if as_json else "\n".join(lines))
