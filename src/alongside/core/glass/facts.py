"""Facts of emergency access. Why it was needed, and the four facts of 42 CFR 2.51, are words and stay in the vault."""

from alongside.core.fact import Fact, fact
from alongside.core.party import Reference


@fact
class GlassBroken(Fact):
    """A record was opened without a tie, for one member of staff, until ``until`` (ms UTC). ``part2``: with the facts of 42 CFR 2.51."""

    glass: str
    about: str  # the record, or the episode of somebody not known
    staff: str
    role: str
    agency: str
    owners: tuple[str, ...]
    reason: str
    part2: bool
    until: int
    review_by: int
    words: tuple[Reference, ...] = ()


@fact
class GlassClosed(Fact):
    """It opens nothing any more: ``how`` is closed_by_opener, revoked or time_over."""

    glass: str
    about: str
    how: str
    closed_by: str


@fact
class GlassReviewed(Fact):
    """Somebody else looked at it. A finding of ``follow_up`` is looked at again by ``review_by`` (ms UTC)."""

    glass: str
    about: str
    finding: str
    reviewer: str
    review_by: int | None
    words: tuple[Reference, ...] = ()


@fact
class GlassReviewOverdue(Fact):
    """Nobody has reviewed it in time; said again at ``ask_again_at``."""

    glass: str
    about: str
    review_by: int
    ask_again_at: int
