"""Facts of reviews: somebody looked at who, or where, is met often, and decided."""

from alongside.core.fact import Fact, fact


@fact
class OftenReviewed(Fact):
    """A human looked. ``whom``: person or place; ``key``: the record, or the cell; ``counted``: contacts in the longest window."""

    whom: str
    key: str
    decision: str
    look_again_at: int | None
    author: str
    counted: int
