"""FHIR times: instants as ms UTC, and the stretch a date or a time of some precision stands for."""

import re
from datetime import UTC, datetime, timedelta

from alongside.server.fhir.outcome import Unfit

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
NO_TIME = "“{said}” is no time with a time zone, such as 2026-11-26T09:30:00-07:00. Correct it and send again."
LONGEST = 40


def instant(at: int) -> str:
    """As FHIR writes it."""
    return datetime.fromtimestamp(at / 1000, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def read_instant(said: object) -> int:
    """ms UTC. Raises ``Unfit`` for what is no time, or one without a zone."""
    try:
        found = datetime.fromisoformat(said) if isinstance(said, str) else None
        if found is None or found.tzinfo is None:
            raise ValueError
        return round(found.timestamp() * 1000)
    except (ValueError, OverflowError) as unreadable:
        raise Unfit(400, "invalid", NO_TIME.format(said=str(said)[:LONGEST])) from unreadable


def stretch(said: str) -> tuple[int, int]:
    """[from, until) that a search value stands for: a whole day in UTC, or a second."""
    try:
        if DAY.fullmatch(said):
            start = datetime.fromisoformat(said).replace(tzinfo=UTC)
            return round(start.timestamp() * 1000), round((start + timedelta(days=1)).timestamp() * 1000)
    except (ValueError, OverflowError) as unreadable:
        raise Unfit(400, "invalid", NO_TIME.format(said=said[:LONGEST])) from unreadable
    at = read_instant(said)
    return at, at + (1 if "." in said else 1000)
