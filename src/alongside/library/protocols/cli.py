"""``alongside protocol test [FILE or NAME …]``: run a protocol's own example calls and print which rule decided."""

import argparse
import sys
from collections.abc import Sequence

from alongside.library.protocols.examples import Outcome, describe, run_examples, show
from alongside.library.protocols.load import list_protocols
from alongside.library.reading import Mistake


def main(argv: Sequence[str]) -> int:
    """0: every example came out as written; 1: one did not, or a file has a mistake; 2: not understood."""
    ask = argparse.ArgumentParser(prog="alongside protocol", description=__doc__)
    actions = ask.add_subparsers(dest="action", required=True)
    test = actions.add_parser("test", help="run the example calls of a protocol")
    test.add_argument("names", nargs="*", metavar="FILE or NAME", help=f"default: all of {', '.join(list_protocols())}")
    actions.add_parser("list", help="name the bundled protocols")
    told = ask.parse_args(list(argv))
    if told.action == "list":
        print("\n".join(list_protocols()))
        return 0
    return max([test_protocol(name) for name in told.names or list_protocols()])


def test_protocol(name: str) -> int:
    """Run one protocol's examples and print a line for each, then the sum."""
    try:
        outcomes = run_examples(name)
    except (Mistake, FileNotFoundError) as mistake:
        print(mistake, file=sys.stderr)
        return 1
    print(f"{name} {outcomes[0].triage.protocol.version}")
    for outcome in outcomes:
        print_outcome(outcome)
    failed = sum(bool(outcome.wrong) for outcome in outcomes)
    print(f"{len(outcomes) - failed} of {len(outcomes)} example calls came out as written\n")
    return 1 if failed else 0


def print_outcome(outcome: Outcome) -> None:
    """One example: right or wrong, its level, the rule that decided, what it requires."""
    came = describe(outcome.triage)
    level = "not yet assessed" if outcome.triage.level is None else f"level {came['level']}"
    decided = f"by {came['rule']}" if came["rule"] else f"waits for {show(came['missing'])}"
    needs = f"; requires {show(came['requires'])}" if came["requires"] else ""
    excluded = f"; not {show(came['not_eligible'])}" if came["not_eligible"] else ""
    print(f"  {'WRONG' if outcome.wrong else 'ok':<5} {outcome.example.call}\n        {level} {decided}{needs}{excluded}")
    for key, expected, found in outcome.wrong:
        print(f"        line {outcome.example.line}: {key} should be {expected}, came out {found}")
