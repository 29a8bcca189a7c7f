"""A virus scanner found something in a file somebody sent: nothing of it was kept, and whoever must know is told."""

import logging

from django.db import DatabaseError

from alongside.core.party import Actor
from alongside.ledger.engine import Where
from alongside.ledger.refused import LedgerRefused, LedgerUnavailable
from alongside.server.audit.noticing import HOUR_MS, Alert
from alongside.server.audit.tables import open_alerts
from alongside.server.audit.watching import keep_new
from alongside.server.people.written import By, write_down

log = logging.getLogger(__name__)
RULE = "infected"
NOT_WRITTEN = "The virus scanner found something harmful in this file, and that could not be written down. Nothing of the file was kept."


def note_infected(where: Where, by: Actor, person: str, name: str, now: int) -> None:
    """On the privacy officer's list once an hour, and with the account each time. Raises :class:`LedgerUnavailable` where it cannot be."""
    log.warning("the virus scanner found %s in a file that %s sent; nothing of it was kept", name, by.staff)
    alert = Alert(f"{RULE}:{by.staff}:{person}:{now // HOUR_MS}", now, RULE, by.staff, by.role, person, 0, 1)
    try:
        engine = open_alerts(where)
        try:
            keep_new(engine, [alert], now // HOUR_MS * HOUR_MS)
        except engine.failures as broken:
            raise OSError(str(broken)) from broken
        finally:
            engine.close()
        write_down("paper_infected", By(by.staff), about=by.staff, detail=name)
    except (LedgerRefused, DatabaseError, OSError) as broken:
        log.error("what the virus scanner found could not be written down: %s", broken)
        raise LedgerUnavailable(NOT_WRITTEN) from broken
