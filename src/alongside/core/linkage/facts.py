"""Facts of records that may be, or are said to be, about one person. A link stands in both persons' streams."""

from alongside.core.fact import Fact, fact
from alongside.core.linkage.state import Ground


@fact
class ComparisonBegun(Fact):
    """All records are compared, for the quality of the data, in this officer's name."""

    comparison: str
    author: str
    agency: str


@fact
class RecordsSuggested(Fact):
    """These two may be about one person: so many bits speak for it, and from which fields."""

    comparison: str
    suggestion: str
    person: str
    other: str
    bits: int
    grounds: tuple[Ground, ...]


@fact
class RecordsNamed(Fact):
    """Somebody who has to do with both says that these two are one person's, and how they know. Another looks, and only then links."""

    suggestion: str
    person: str
    other: str
    because: str
    author: str
    agency: str


@fact
class ComparisonEnded(Fact):
    """Nothing is read for it any more. ``outcome``: done, cancelled, no_memory, not_installed, failed."""

    comparison: str
    outcome: str
    compared: int
    suggested: int


@fact
class SuggestionJudged(Fact):
    """A human looked: ``apart`` (two people), ``later``, or ``open`` (what was said before is taken back)."""

    suggestion: str
    judgment: str
    author: str


@fact
class RecordLinked(Fact):
    """A human says that both records are about one person. Nothing is merged."""

    person: str
    other: str
    suggestion: str
    author: str


@fact
class RecordUnlinked(Fact):
    """They are not, or nobody can say so: everything is as it was before."""

    person: str
    other: str
    suggestion: str
    reason: str
    author: str
