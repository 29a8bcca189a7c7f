"""When the audit failed, and for how long: kept once it works again, for the page *Audit* and whoever reviews it."""

from collections.abc import Sequence

from alongside.ledger.engine import Engine, Where, transaction
from alongside.server.audit.tables import open_alerts
from alongside.server.records.troubles import Over

ADD = "INSERT INTO audit_failure (id, code, since, until) SELECT ?, ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM audit_failure WHERE id = ?)"


def keep_over(where: Where, over: Sequence[Over]) -> None:
    """Each once. Raises :class:`LedgerRefused` or ``OSError`` where it cannot be written yet."""
    engine = open_alerts(where)
    try:
        with transaction(engine):
            for one in over:
                id = f"{one.code}:{one.since}"
                engine.execute(ADD, (id, *one, id))
    except engine.failures as broken:
        raise OSError(str(broken)) from broken
    finally:
        engine.close()


def list_over(engine: Engine, most: int = 20) -> list[Over]:
    """The newest first."""
    return [Over(*row) for row in engine.fetch("SELECT code, since, until FROM audit_failure ORDER BY until DESC LIMIT ?", (most,))]
