"""What ``alongside linkage`` asks and tells: the same request as the page, and counts, never a word of a record."""

import argparse
import sys
import time
from collections import Counter
from pathlib import Path
from secrets import token_urlsafe

from alongside.core.board import Board
from alongside.core.fact import comparison_stream
from alongside.core.linkage.requests import BeginComparison
from alongside.ledger.engine import Where
from alongside.ledger.read_only import read_ledger
from alongside.ledger.replay import replay
from alongside.server.linkage.told import OUTCOME
from alongside.server.people.proving import prove
from alongside.server.records.erase_asking import asking
from alongside.server.records.erase_prompts import ask_line, ask_secret

EVERY_S = 2.0
NEVER = "Records were never compared here."
RUNNING = "A comparison runs, begun by {author}. {suggested} pairs suggested so far."
ENDED = "{says} {compared} records, {suggested} pairs suggested."
WAITING = "{waiting} pairs wait to be judged, {later} were put off, {linked} are linked, {apart} were said to be two people."


def read_board(where: Where) -> Board:
    """As the ledger stands."""
    board = Board()
    with read_ledger(where) as engine:
        replay(engine, board)
    return board


def tell_standing(where: Where) -> str:
    """The latest comparison and what was made of what it found."""
    board = read_board(where)
    latest = max(board.comparisons, key=lambda one: one.begun_at, default=None)
    if latest is None:
        return NEVER
    told = {"author": latest.author, "suggested": latest.suggested, "compared": latest.compared, "says": OUTCOME.get(latest.outcome, "")}
    states = Counter(one.state or "waiting" for one in board.suggestions)
    counts = {name: states[name] for name in ("waiting", "later", "linked", "apart")}
    return "\n".join([(RUNNING if latest.is_open else ENDED).format(**told), WAITING.format(**counts)])


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
    sys.stdout.write(tell_standing(where) + "\n")
    found = read_board(where).comparisons.find(id)
    return 0 if found is not None and found.outcome == "done" else 1


def has_ended(where: Where, comparison: str) -> bool:
    """Whether the server is through with it."""
    sql = "SELECT 1 FROM fact WHERE stream = ? AND kind = 'ComparisonEnded'"
    with read_ledger(where) as engine:
        return bool(engine.fetch(sql, (comparison_stream(comparison),)))
