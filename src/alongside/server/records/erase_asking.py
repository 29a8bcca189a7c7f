"""Requests of the command line: through the socket of the server that writes (SQLite), or as one more node (PostgreSQL)."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from alongside.core.board import Board
from alongside.core.request import Request
from alongside.ledger.engine import Where, is_postgres, sqlite_path
from alongside.ledger.opening import open_ledger
from alongside.ledger.receipt import Receipt
from alongside.ledger.refused import LedgerRefused
from alongside.ledger.socket import Caller
from alongside.library import load_program
from alongside.library.programs import Profile
from alongside.roads.opening import open_area
from alongside.server.people.staff import list_names
from alongside.server.site.names import Names
from alongside.server.site.sentences import say_refused


class Asked:
    """Asks, and says why not in a sentence."""

    def __init__(self, record: Callable[[Request], Receipt], names: Names, board: Board) -> None:
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
    record, close = _postgres(where, data, profile) if is_postgres(where) else _socket(where)
    try:
        yield Asked(record, Names(profile, list_names()), board)
    finally:
        close()


def _socket(where: Where) -> tuple[Callable[[Request], Receipt], Callable[[], None]]:
    caller = Caller(sqlite_path(where))
    return caller.record, caller.close


def _postgres(where: Where, data: Path, profile: Profile) -> tuple[Callable[[Request], Receipt], Callable[[], None]]:
    opened = open_ledger(where, profile.rules, open_area(profile.area, data / "roads"))
    return opened.record, opened.close
