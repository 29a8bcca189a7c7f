"""Who read whose words: per member of staff, per person, per incident."""

from collections.abc import Iterator
from typing import NamedTuple

from alongside.ledger.engine import Engine

HEADINGS = ("seq", "at", "staff", "role", "agency", "seat", "purpose", "owner_kind", "owner_id", "field", "outcome")
_ASK = f"SELECT {', '.join(HEADINGS)} FROM words_read"


class Wanted(NamedTuple):
    """What is looked for; empty means anything. Times are ms UTC. ``owners`` are ids of incidents, episodes and records."""

    staff: str = ""
    owner: str = ""
    from_at: int | None = None
    until_at: int | None = None
    owners: tuple[str, ...] = ()
    outcome: str = ""  # "shown" or "withheld"

    @property
    def terms(self) -> list[tuple[str, tuple[object, ...]]]:
        """Conditions and their values."""
        owners = self.owners or ((self.owner,) if self.owner else ())
        return [
            *([("staff = ?", (self.staff,))] if self.staff else []),
            *([(f"owner_id IN ({', '.join('?' * len(owners))})", tuple(owners))] if owners else []),
            *([("at >= ?", (self.from_at,))] if self.from_at is not None else []),
            *([("at < ?", (self.until_at,))] if self.until_at is not None else []),
            *([("outcome LIKE ?", (f"{self.outcome}%",))] if self.outcome else []),
        ]


def list_rows(side: Engine, wanted: Wanted) -> Iterator[tuple[object, ...]]:
    """All fitting rows, oldest first, as they are read."""
    where, values = _where(wanted)
    yield from side.stream(f"{_ASK}{where} ORDER BY seq", values)


def page_of(side: Engine, wanted: Wanted, most: int, skip: int) -> tuple[int, list[tuple[object, ...]]]:
    """How many fit, and one page of them, the newest first."""
    where, values = _where(wanted)
    ((count,),) = side.fetch(f"SELECT count(*) FROM words_read{where}", values)
    return count, side.fetch(f"{_ASK}{where} ORDER BY seq DESC LIMIT ? OFFSET ?", (*values, most, skip))


def _where(wanted: Wanted) -> tuple[str, tuple[object, ...]]:
    terms = wanted.terms
    where = " WHERE " + " AND ".join(term for term, _ in terms) if terms else ""
    return where, tuple(value for _, values in terms for value in values)
