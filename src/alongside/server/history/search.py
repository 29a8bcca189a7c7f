"""Which incidents fit what was asked, newest first."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple
from zoneinfo import ZoneInfo

from alongside.core.board import Board
from alongside.core.state import Incident
from alongside.server.site.days import read_day
from alongside.server.site.numbers import read_number


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
    number, level = (read_number(asked.get(name, "")) for name in ("number", "level"))
    from_at, until_at = read_day(asked.get("from", ""), zone, 0), read_day(asked.get("to", ""), zone, 1)
    return Wanted(number, level, from_at, until_at, among)


def found(board: Board, wanted: Wanted) -> Iterator[Incident]:
    """Fitting incidents, the newest first."""
    numbered = [incident for incident in board.incidents if incident.number and wanted.fits(incident)]
    yield from sorted(numbered, key=lambda one: (-one.taken_at, -one.index))
