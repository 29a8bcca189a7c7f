"""Orders about emergency access. Words travel in ``words``."""

from alongside.core.request import Request, request


@request
class BreakGlass(Request):
    """Open a record, or the episode of somebody not known, without a tie. Words: ``glass_reason``; for Part 2 the facts of 42 CFR 2.51."""

    glass: str
    person: str  # the record, or the episode
    reason: str
    part2: bool = False


@request
class CloseGlass(Request):
    """Whoever opened it needs it no more."""

    glass: str


@request
class RevokeGlass(Request):
    """The privacy officer ends it at once."""

    glass: str


@request
class ReviewGlass(Request):
    """What somebody else finds of it. Words: ``glass_finding``."""

    glass: str
    finding: str
