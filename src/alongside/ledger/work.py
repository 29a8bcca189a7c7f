"""Work on a whole ledger while its server is stopped, or beside it where nothing is written."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from alongside.ledger.copying import copy_ledger
from alongside.ledger.engine import Engine, Where, is_postgres, open_engine, sqlite_path
from alongside.ledger.genesis import Identity, get_identity
from alongside.ledger.lock import own
from alongside.ledger.read_only import read_ledger
from alongside.ledger.refused import LedgerRefused
from alongside.ledger.replay import rebuild
from alongside.ledger.row import Head
from alongside.ledger.store import get_head
from alongside.ledger.verify import Findings, verify


@contextmanager
def owned(where: Where) -> Iterator[Engine]:
    """A connection that may write; on SQLite only while no other process does. Raises :class:`LedgerRefused`."""
    with ExitStack() as stack:
        if not is_postgres(where):
            stack.callback(own(sqlite_path(where)).release)
        engine = open_engine(where)
        stack.callback(engine.close)
        yield engine


def verify_all(where: Where) -> Findings:
    """Check every row. Raises :class:`LedgerRefused` where there is no ledger."""
    with read_ledger(where) as engine:
        get_identity(engine)
        return verify(engine)


def rebuild_all(where: Where) -> int:
    """Write the projections anew; gives the last seq they show."""
    must_exist(where)
    with owned(where) as engine:
        return rebuild(engine).head.seq


def copy_all(where: Where, to: Where) -> Findings:
    """Copy into an empty database and verify. Nobody may write to either meanwhile."""
    must_exist(where)
    with owned(where) as source, owned(to) as target:
        return copy_ledger(source, target)


def get_state(where: Where) -> tuple[Identity, Head]:
    """Which ledger this is and where it stands."""
    with read_ledger(where) as engine:
        return get_identity(engine), get_head(engine)


def must_exist(where: Where) -> None:
    """Raise :class:`LedgerRefused` where a SQLite file is not there, rather than make an empty one."""
    if not is_postgres(where) and not sqlite_path(where).exists():
        raise LedgerRefused(f"There is no ledger at {where}: give the path of one, or start the server to make one.")
