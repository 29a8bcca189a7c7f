"""Reads the calls out of a ledger, and nothing else: it writes nothing and opens no protected word."""

from pathlib import Path

from alongside.ledger.asked import stream_asked
from alongside.ledger.engine import is_postgres, open_engine
from alongside.twin.recorded.calls import Rang, list_calls


def read_calls(ledger: str) -> list[Rang]:
    """Raises ``FileNotFoundError``, ``LedgerRefused``."""
    if not is_postgres(ledger) and not Path(ledger).exists():
        raise FileNotFoundError(f"{ledger}: no ledger there; give a SQLite file or a PostgreSQL address")
    engine = open_engine(ledger, reading=True)
    try:
        return list_calls(fact for asked in stream_asked(engine) for fact in asked.facts)
    finally:
        engine.close()
