"""``alongside linkage``: have all records compared from the command line, as the page *Same person?* does; and how it stands."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from alongside.ledger.refused import LedgerRefused, LedgerUnavailable
from alongside.server.people.cli import start_django


def main(argv: Sequence[str]) -> int:
    """0: done, or told; 1: not, and why."""
    told = parser().parse_args(argv)
    data = Path(os.environ.get("ALONGSIDE_DATA", "var")).resolve()
    where = os.environ.get("ALONGSIDE_DATABASE") or data / "ledger.sqlite3"
    start_django()  # whoever has records compared shows who they are
    from alongside.server.people.accounts import AccountRefused
    from alongside.server.records.compare_command import run_compare
    from alongside.server.records.compare_standing import read_board, tell_standing

    try:
        if told.command == "status":
            sys.stdout.write(tell_standing(read_board(where)) + "\n")
            return 0
        return run_compare(told, where, data)
    except (AccountRefused, LedgerRefused, LedgerUnavailable, OSError) as refused:
        sys.stderr.write(f"{refused}\n")
        return 1


def parser() -> argparse.ArgumentParser:
    """What it is told."""
    about = "Which records may be about one person. The running server compares them in memory; a privacy officer judges what it suggests."
    ask = argparse.ArgumentParser(prog="alongside linkage", description=about)
    commands = ask.add_subparsers(dest="command", required=True)
    commands.add_parser("status", help="the latest comparison, and how many pairs wait to be judged")
    compare = commands.add_parser("compare", help="compare all records, in the name of a privacy officer who signs here")
    compare.add_argument("--by", default="", metavar="ID", help="who asks for it (asked for otherwise)")
    compare.add_argument("--program", default="tailored", help="whose rules (tailored)")
    compare.add_argument("--no-wait", action="store_true", help="do not wait for its end")
    return ask
