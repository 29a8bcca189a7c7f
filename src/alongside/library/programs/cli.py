"""``alongside program check [NAME or FOLDER …]``: read a program profile as the system would, and say what is wrong or what it holds."""

import argparse
import sys
from collections.abc import Sequence

from alongside.library.programs.load import load_program
from alongside.library.programs.profile import Profile
from alongside.library.programs.sources import list_programs
from alongside.library.reading import Mistake


def main(argv: Sequence[str]) -> int:
    """0: every profile can be used; 1: one has a mistake, printed with file, line and field; 2: not understood."""
    ask = argparse.ArgumentParser(prog="alongside program", description=__doc__)
    actions = ask.add_subparsers(dest="action", required=True)
    check = actions.add_parser("check", help="read a profile and say what is wrong or what it holds")
    check.add_argument("names", nargs="*", metavar="NAME or FOLDER", help=f"default: all of {', '.join(list_programs())}")
    check.add_argument("--area", help="check it as if it ran in this area")
    actions.add_parser("list", help="name the bundled programs")
    told = ask.parse_args(list(argv))
    if told.action == "list":
        print("\n".join(list_programs()))
        return 0
    return max([check_program(name, told.area) for name in told.names or list_programs()])


def check_program(name: str, area: str | None) -> int:
    """Read one profile and print what it holds, or its mistake."""
    try:
        profile = load_program(name, area)
    except Mistake as mistake:
        print(f"{name}: {mistake}", file=sys.stderr)
        return 1
    print("\n".join(describe(profile)))
    return 0


def describe(profile: Profile) -> list[str]:
    """What a profile holds, in a few lines."""
    program = profile.rules.program
    lines = [f"{program.id}: {program.label}, in {profile.area.title}, rules {profile.rules.hash[:12]}"]
    lines.append(f"  asked by {', '.join(sorted(program.origins))}")
    lines.append(f"  protocol {program.protocol}; not yet assessed counts as level {int(program.unassessed_as)}")
    lines += [f"  level {int(plan.level)}: {', '.join(step.crew_kind for step in plan.order)}" for plan in program.levels.values()]
    places = program.destinations or tuple(profile.rules.facilities)
    lines.append(f"  {len(profile.staff)} staff, {len(profile.units)} units, {len(program.desks)} desks, {len(places)} places")
    return lines
