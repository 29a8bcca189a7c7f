"""How comparisons stand, for the command line: counts, never a word of a record."""

from collections import Counter

from alongside.core.board import Board
from alongside.core.fact import comparison_stream
from alongside.ledger.engine import Where
from alongside.ledger.read_only import read_ledger
from alongside.ledger.replay import replay
from alongside.server.linkage.told import OUTCOME

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


def tell_standing(board: Board) -> str:
    """The latest comparison and what was made of what it found."""
    latest = max(board.comparisons, key=lambda one: one.begun_at, default=None)
    if latest is None:
        return NEVER
    told = {"author": latest.author, "suggested": latest.suggested, "compared": latest.compared, "says": OUTCOME.get(latest.outcome, "")}
    states = Counter(one.state or "waiting" for one in board.suggestions)
    counts = {name: states[name] for name in ("waiting", "later", "linked", "apart")}
    return "\n".join([(RUNNING if latest.is_open else ENDED).format(**told), WAITING.format(**counts)])


def has_ended(where: Where, comparison: str) -> bool:
    """Whether the server is through with it."""
    sql = "SELECT 1 FROM fact WHERE stream = ? AND kind = 'ComparisonEnded'"
    with read_ledger(where) as engine:
        return bool(engine.fetch(sql, (comparison_stream(comparison),)))
