"""``alongside retention due``: what the schedules say may go, read from the ledger; nothing is changed."""

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, datetime

from alongside.core.board import Board
from alongside.ledger.cli import which
from alongside.ledger.read_only import read_ledger
from alongside.ledger.refused import LedgerRefused
from alongside.ledger.replay import replay
from alongside.library import load_program
from alongside.server.custodian.due import list_due
from alongside.server.site.clock import Clock


def main(argv: Sequence[str]) -> int:
    """0: printed; 1: there is no ledger to read; 2: not understood."""
    told = _parser().parse_args(list(argv))
    board = Board()
    try:
        with read_ledger(which(told)) as engine:
            replay(engine, board)
    except LedgerRefused as refused:
        print(refused, file=sys.stderr)
        return 1
    due = list_due(board, load_program(told.program).rules, Clock().now())
    for one in due:
        until = datetime.fromtimestamp(one["until"] / 1000, UTC).date()
        print(f"{one['kind']} {one['about']}: kept until {until} ({one['data_class']}); {', '.join(one['stands']) or 'free'}")
    print(f"{len(due)} kept long enough." if due else "Nothing has been kept longer than its schedule.")
    return 0


def _parser() -> argparse.ArgumentParser:
    ask = argparse.ArgumentParser(prog="alongside retention", description=__doc__)
    due = ask.add_subparsers(dest="action", required=True).add_parser("due", help="what may go, and what stands against it")
    due.add_argument("--program", default="tailored", help="whose rules (tailored)")
    due.add_argument("--ledger", help="a SQLite file or PostgreSQL address (the one of the data folder)")
    return ask
