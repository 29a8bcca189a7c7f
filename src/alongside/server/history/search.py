"""Which incidents fit what was asked, newest first."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from alongside.core.board import Board
from alongside.core.state import Incident

DIGITS = 9


class Wanted(NamedTuple):
    """What was asked; None means anything. Times are ms UTC; ``among`` are the incidents that bear the CAD number."""

    number: int | None
    level: int | None
    from_at: int | None
    until_at: int | None
    among: frozenset[str] | None

    def fits(self, incident: Incident) -> bool:
        """Whether every condition holds."""
        return (
            self.number in (None, incident.number)
            and self.level in (None, incident.level)
            and (self.from_at is None or incident.taken_at >= self.from_at)
            and (self.until_at is None or incident.taken_at < self.until_at)
            and (self.among is None or incident.id in self.among)
        )


def read_wanted(asked: Mapping[str, str], zone: ZoneInfo, among: frozenset[str] | None) -> Wanted:
    """From the form's fields; what cannot be read counts as not asked."""
    number, level = (_whole(asked.get(name, "")) for name in ("number", "level"))
    from_at, until_at = _day(asked.get("from", ""), zone, 0), _day(asked.get("to", ""), zone, 1)
    return Wanted(number, level, from_at, until_at, among)


def _whole(text: str) -> int | None:
    text = text.strip().lstrip("#")
    return int(text) if text.isascii() and text.isdigit() and len(text) <= DIGITS else None


def _day(text: str, zone: ZoneInfo, later: int) -> int | None:
    """The first millisecond of a local day, or of the one after it."""
    try:
        day = date.fromisoformat(text) + timedelta(days=later)
        return int(datetime.combine(day, time(), zone).timestamp() * 1000)
    except (ValueError, OverflowError):
        return None


def found(board: Board, wanted: Wanted) -> Iterator[Incident]:
    """Fitting incidents, the newest first."""
    numbered = [incident for incident in board.incidents if incident.number and wanted.fits(incident)]
    yield from sorted(numbered, key=lambda one: (-one.taken_at, -one.index))
