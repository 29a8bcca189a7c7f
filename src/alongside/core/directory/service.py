"""One service of the directory, as it is searched."""

from typing import NamedTuple

from alongside.core.intake.protocol import Hours
from alongside.core.travel import Spot

MONTH_MS = 2_629_800_000  # a twelfth of 365.25 days
STALE_MONTHS = 12
OPEN, CLOSED, UNKNOWN = "open", "closed", "unknown"
ACTIVE = "active"


class Service(NamedTuple):
    """What is known of it. ``hours`` is None where nobody said any; ages None where there is no limit; times in ms UTC."""

    id: str
    partner: str  # whom a referral goes to
    name: str
    organization: str = ""
    needs: frozenset[str] = frozenset()
    youngest: int | None = None
    oldest: int | None = None
    languages: frozenset[str] = frozenset()
    spots: tuple[Spot, ...] = ()
    hours: tuple[Hours, ...] | None = None
    status: str = ACTIVE
    confirmed_at: int | None = None
    gone_since: int | None = None  # no longer in the newest file of its source
    words: str = ""  # everything it says, folded for looking up

    @property
    def is_offered(self) -> bool:
        """Whether anybody should be sent there: it is active, and its source still lists it."""
        return self.status == ACTIVE and self.gone_since is None

    def open_at(self, weekday: int, minute: int) -> str:
        """``open``, ``closed`` or ``unknown`` at a local weekday (0 is Monday) and minute of the day."""
        if self.hours is None:
            return UNKNOWN
        return OPEN if any(one.includes(weekday, minute) for one in self.hours) else CLOSED

    def months_since(self, now: int) -> int | None:
        """Whole months since somebody last confirmed it; None where nobody ever did."""
        return None if self.confirmed_at is None else max(0, int((now - self.confirmed_at) // MONTH_MS))

    def is_stale(self, now: int) -> bool:
        """Whether it should be asked before somebody is sent: confirmed too long ago, or never."""
        months = self.months_since(now)
        return months is None or months >= STALE_MONTHS
