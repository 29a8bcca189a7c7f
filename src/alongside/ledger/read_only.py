"""Read a ledger without owning it, beside the process that writes."""

from collections.abc import Iterator
from contextlib import contextmanager

from alongside.ledger.engine import Engine, Where, open_engine


@contextmanager
def read_ledger(where: Where) -> Iterator[Engine]:
    """A connection that cannot write. Raises :class:`LedgerRefused` where there is no ledger."""
    engine = open_engine(where, reading=True)
    try:
        yield engine
    finally:
        engine.close()
