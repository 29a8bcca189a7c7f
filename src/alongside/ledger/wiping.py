"""What was deleted is also gone from where databases keep what they no longer need."""

import logging

from alongside.ledger.engine import Where, open_engine

log = logging.getLogger(__name__)
TABLES = ("data_key", "blind_mark", "finding_token")


def wipe(where: Where) -> None:
    """Fold SQLite's log into its file, whose freed bytes are zeroes; have PostgreSQL give up rows nobody sees. Never stops a call."""
    engine = open_engine(where)
    try:
        if engine.name == "sqlite":
            engine.fetch("PRAGMA wal_checkpoint(TRUNCATE)")
        else:
            engine.execute(f"VACUUM {', '.join(TABLES)}")
    except engine.failures as broken:
        log.warning("what was erased may linger in the database's own files until its next clean-up: %s", broken)
    finally:
        engine.close()
