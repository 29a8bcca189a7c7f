"""What the board remembers of an emergency access: who, whose record, until when, and what the review came to."""

from dataclasses import dataclass

from alongside.core.party import Reference


@dataclass(slots=True)
class Glass:
    """One record, or the episode of somebody not known, opened by one member of staff. ``owners`` are the organizations told of it."""

    index: int = 0
    id: str = ""
    about: str = ""
    staff: str = ""
    role: str = ""
    agency: str = ""
    owners: tuple[str, ...] = ()
    reason: str = ""
    part2: bool = False
    opened_at: int = 0
    until: int = 0
    closed_at: int | None = None
    closed_how: str = ""
    review_by: int = 0
    is_overdue: bool = False
    reviewer: str = ""
    reviewed_at: int | None = None
    finding: str = ""
    words: tuple[Reference, ...] = ()

    def is_open(self, now: int) -> bool:
        """Whether it opens anything at ``now``; true to the millisecond, whether or not the timer has run."""
        return self.closed_at is None and self.opened_at <= now < self.until

    @property
    def is_settled(self) -> bool:
        """Whether a review found an answer that stands."""
        return self.finding in ("appropriate", "not_appropriate")
