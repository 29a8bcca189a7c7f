"""Requests of the command line, and why not, as the pages say it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alongside.core.board import Board
from alongside.core.request import Request
from alongside.ledger.engine import Where
from alongside.ledger.refused import LedgerRefused
from alongside.library import load_program
from alongside.server.people.staff import list_names
from alongside.server.records.erase_reaching import Record, reach_ledger
from alongside.server.site.names import Names
from alongside.server.site.sentences import say_refused


class Asked:
    """Asks, and says why not in a sentence."""

    def __init__(self, record: Record, names: Names, board: Board) -> None:
        self._record, self._names, self._board = record, names, board

    def must(self, request: Request) -> None:
        """Raises :class:`LedgerRefused` with the core's own reason."""
        receipt = self._record(request)
        if receipt.refusal is not None:
            raise LedgerRefused(say_refused(receipt.refusal, self._names, self._board))


@contextmanager
def asking(where: Where, data: Path, program: str, board: Board) -> Iterator[Asked]:
    """Raises :class:`LedgerRefused` where on SQLite no server runs that would write."""
    profile = load_program(program)
    record, close = reach_ledger(where, data, profile)
    try:
        yield Asked(record, Names(profile, list_names()), board)
    finally:
        close()
