"""Who was shown words on the strength of one consent, or of a crisis card: from the read audit."""

from collections.abc import Sequence
from typing import NamedTuple

from alongside.ledger.engine import Where
from alongside.server.records.side import open_side

SQL = "SELECT at, staff, role, agency, purpose, field FROM words_read WHERE outcome = ? ORDER BY seq DESC LIMIT 200"

OF_FIELDS = (
    "SELECT at, staff, role, agency, purpose, field FROM words_read "
    "WHERE owner_kind = 'person' AND owner_id = ? AND outcome LIKE 'shown/%' ORDER BY seq DESC LIMIT 2000"
)


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


def list_of_fields(where: Where, person: str, fields: Sequence[str]) -> list[Because]:
    """Readings of these fields among the latest 2,000 of one person, newest first."""
    engine = open_side(where)
    try:
        return [one for row in engine.fetch(OF_FIELDS, (person,)) if (one := Because(*row)).field in fields]
    finally:
        engine.close()
