"""The way from the command line to the ledger: the socket of the server that writes (SQLite), or as one more node (PostgreSQL)."""

from collections.abc import Callable
from pathlib import Path

from alongside.core.request import Request
from alongside.ledger.engine import Where, is_postgres, sqlite_path
from alongside.ledger.opening import open_ledger
from alongside.ledger.receipt import Receipt
from alongside.ledger.socket import Caller
from alongside.library.programs import Profile
from alongside.roads.opening import open_area

Record = Callable[[Request], Receipt]


def reach_ledger(where: Where, data: Path, profile: Profile) -> tuple[Record, Callable[[], None]]:
    """How to ask, and how to hang up. Raises ``LedgerRefused`` where on SQLite no server runs that would write."""
    if is_postgres(where):
        opened = open_ledger(where, profile.rules, open_area(profile.area, data / "roads"))
        return opened.record, opened.close
    caller = Caller(sqlite_path(where))
    return caller.record, caller.close
