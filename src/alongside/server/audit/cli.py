"""``alongside audit verify | head | sign | key | report``: is everything that was noted still there, as it was noted?"""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from alongside.ledger.cli import data_folder, which
from alongside.ledger.engine import Where
from alongside.ledger.refused import LedgerRefused
from alongside.server.audit import cli_commands as commands
from alongside.server.audit.report_command import run_report


def main(argv: Sequence[str]) -> int:
    """0: whole; 1: something is wrong, told in sentences; 2: not understood."""
    told = _parser().parse_args(list(argv))
    try:
        run: Callable[[argparse.Namespace, Where, Path], int] = told.run
        return run(told, which(told), data_folder())
    except (LedgerRefused, ValueError, OSError) as refused:
        print(refused, file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    ask = argparse.ArgumentParser(prog="alongside audit", description=__doc__)
    adding = ask.add_subparsers(required=True, metavar="COMMAND")
    for name, run, says in (
        ("verify", commands.run_verify, "look at every reading, head and signature"),
        ("head", commands.run_head, "the newest signed head, as an anchor keeps it"),
        ("sign", commands.run_sign, "sign a head now and keep it where audit.yaml says"),
        ("key", commands.run_key, "the public key this deployment signs with"),
        ("report", run_report, "who read what, as CSV: by --staff or by --owner"),
    ):
        one = adding.add_parser(name, help=says, description=says)
        one.add_argument("--ledger", help="a SQLite file or PostgreSQL address (the one of the data folder)")
        one.set_defaults(run=run)
        if name == "verify":
            one.add_argument("--against", action="append", default=[], metavar="FILE", help="heads kept elsewhere; again for each file")
            one.add_argument("--key", action="append", default=[], metavar="HEX", help="another public key that is ours")
        if name == "report":
            one.add_argument("--staff", default="", help="id of a member of staff")
            one.add_argument("--owner", default="", help="id of an incident, episode or record")
    return ask
