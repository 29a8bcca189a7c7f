"""``alongside linkage compare``: the same request as the page's, by a privacy officer who shows who they are."""

import argparse
import sys
import time
from pathlib import Path
from secrets import token_urlsafe

from alongside.core.linkage.requests import BeginComparison
from alongside.ledger.engine import Where
from alongside.server.people.proving import prove
from alongside.server.records.compare_standing import has_ended, read_board, tell_standing
from alongside.server.records.erase_asking import asking
from alongside.server.records.erase_prompts import ask_line, ask_secret

EVERY_S = 2.0


def run_compare(told: argparse.Namespace, where: Where, data: Path) -> int:
    """Ask for it; unless told not to, wait until it has ended. 0: all were compared, or it was asked for."""
    by = prove(told.by or ask_line("Who asks for it (id)? "), ask_secret)
    id = token_urlsafe(16)
    with asking(where, data, told.program, read_board(where)) as asked:
        asked.must(BeginComparison(id=token_urlsafe(16), by=by, comparison=id))
    if told.no_wait:
        sys.stdout.write("Asked for. “alongside linkage status” says how it stands.\n")
        return 0
    while not has_ended(where, id):
        time.sleep(EVERY_S)
    board = read_board(where)
    sys.stdout.write(tell_standing(board) + "\n")
    return 0 if board.comparisons.reach(id).outcome == "done" else 1
