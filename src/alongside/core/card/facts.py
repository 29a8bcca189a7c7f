"""Facts of crisis cards: that a piece waits for a second person, and that one has read it."""

from alongside.core.fact import Fact, fact


@fact
class ApprovalOwed(Fact):
    """A piece of a card was written: it is shown to nobody outside until a second person has read it."""

    person: str
    item: str
    author: str


@fact
class ItemApproved(Fact):
    """A second person read it: the person's own words, what helps, no diagnosis."""

    person: str
    item: str
    approved_by: str
