"""``alongside vault erase``: the words of an incident or a person's record, destroyed for ever by two people."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from alongside.core.custodian.erasing import GROUNDS
from alongside.ledger.refused import LedgerRefused, LedgerUnavailable
from alongside.server.people.cli import start_django


def main(argv: Sequence[str]) -> int:
    """0: erased, or could be; 1: not done, and why."""
    told = parser().parse_args(argv)
    data = Path(os.environ.get("ALONGSIDE_DATA", "var")).resolve()
    start_django()  # two people show who they are
    from alongside.server.people.accounts import AccountRefused
    from alongside.server.records.erase_command import run_erase

    try:
        return run_erase(told, os.environ.get("ALONGSIDE_DATABASE") or data / "ledger.sqlite3", data)
    except (AccountRefused, LedgerRefused, LedgerUnavailable, OSError) as refused:
        sys.stderr.write(f"{refused} Nothing is destroyed.\n")
        return 1


def parser() -> argparse.ArgumentParser:
    """What it is told."""
    about = (
        "Destroy the words of an incident or a person's record for ever: one person proposes, another signs, the running server does it."
    )
    ask = argparse.ArgumentParser(prog="alongside vault erase", description=about)
    ask.add_argument(
        "kind",
        choices=("incident", "person", "threat"),
        help="an incident and whoever was met in it, a record and its episodes, a threat file",
    )
    ask.add_argument("about", help="the incident's number, “1042-1” for the record of the first person met in it, or an id")
    ask.add_argument("--ground", choices=sorted(GROUNDS), required=True, help="why it may go")
    ask.add_argument("--by", default="", metavar="ID", help="who proposes it (asked for otherwise)")
    ask.add_argument("--second", default="", metavar="ID", help="who signs it (asked for otherwise)")
    ask.add_argument("--program", default="tailored", help="whose rules (tailored)")
    ask.add_argument("--dry-run", action="store_true", help="only say what would go and what stands against it")
    return ask
