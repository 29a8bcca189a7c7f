"""Who was shown words on the strength of one consent: from the read audit, which names it beside the basis."""

from typing import NamedTuple

from alongside.ledger.engine import Where
from alongside.server.records.side import open_side

SQL = "SELECT at, staff, role, agency, purpose, field FROM words_read WHERE outcome = ? ORDER BY seq DESC LIMIT 200"


class Because(NamedTuple):
    """One reading: when (ms UTC), by whom, for what, of which field."""

    at: int
    staff: str
    role: str
    agency: str
    purpose: str
    field: str


def list_because_of(where: Where, consent: str) -> list[Because]:
    """The latest 200 readings this consent opened, newest first; they stay after it was taken back."""
    engine = open_side(where)
    try:
        return [Because(*row) for row in engine.fetch(SQL, (f"shown/consent/{consent}",))]
    finally:
        engine.close()
