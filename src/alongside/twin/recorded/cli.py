"""``alongside twin what-if LEDGER``: its recorded calls under another policy or roster, run by run beside how it is today."""

import argparse
from typing import Any

from alongside.twin.planning.paired import Difference
from alongside.twin.recorded.compare import AS_IT_IS, WHAT_IF
from alongside.twin.recorded.trying import try_recorded

ENGINES = {"core": "on the live core", "kernel": "on the kernels", "core, kernel": "one plan on the live core: the kernels do not know it"}


def add_options(ask: argparse.ArgumentParser) -> None:
    """What may be said."""
    ask.add_argument("ledger", help="a SQLite file or PostgreSQL address")
    ask.add_argument("--program", default="tailored", help="the program it was recorded under (tailored)")
    ask.add_argument("--policy", metavar="FILE", help="a YAML file of levels, or a program's name or folder")
    ask.add_argument("--roster", metavar="FILE", help="a YAML or JSON list of units, or a program's name or folder")
    ask.add_argument("--runs", type=int, default=20, help="how often what the record does not say is drawn (20)")
    ask.add_argument("--json", action="store_true", help="one JSON object instead of lines")


def ask_what_if(told: argparse.Namespace) -> dict[str, Any]:
    """Figures of both plans and their differences. Raises what bad input raises, each with its sentence."""
    if told.policy is None and told.roster is None:
        raise ValueError("nothing is different: give --policy, --roster or both")
    if not 2 <= told.runs <= 10_000:
        raise ValueError("--runs must be from 2 to 10000: one run has no interval")
    return try_recorded(told.ledger, told.program, told.policy, told.roster, told.runs)


def show_what_if(found: dict[str, Any]) -> list[str]:
    """Lines to read."""
    known = found["recorded"]
    lines = [
        f"{known['calls']} recorded calls; of {known['place']} the ledger says where, of {known['level']} how urgent, "
        f"of {known['scene']} how long the scene took and what came of it.",
        f"The rest was drawn {found['runs']} times, the same for both plans ({ENGINES[found['engine']]}).",
        f"{'':<18}{AS_IT_IS:>12}{WHAT_IF:>12}{'difference':>12}  95 % between",
    ]
    return [*lines, *(_line(name, one) for name, one in found["differences"].items())]


def _line(name: str, one: Difference) -> str:
    clear = "" if one.is_clear else "  (could be chance)"
    numbers = f"{one.before:>12.2f}{one.after:>12.2f}{one.mean:>+12.2f}"
    return f"{name.replace('_', ' '):<18}{numbers}  {one.low:+.2f} and {one.high:+.2f}{clear}"
