"""Facts of a person's record. Who somebody is and what is written of them stays in the vault; here are ids, codes and who wrote it."""

from alongside.core.fact import Fact, fact
from alongside.core.party import Reference


@fact
class PersonRecorded(Fact):
    """A record was opened for somebody met in this episode."""

    person: str
    episode: str
    incident: str
    author: str
    agency: str


@fact
class PersonIdentified(Fact):
    """The episode is about the person of this record; ``basis`` is how anybody knows."""

    person: str
    episode: str
    incident: str
    basis: str


@fact
class IdentificationUndone(Fact):
    """It was somebody else. What was written to the record on the strength of this episode is shown to nobody any more."""

    person: str
    episode: str
    incident: str
    reason: str


@fact
class ItemWritten(Fact):
    """One piece of words in somebody's record. ``item`` is its id in the vault; ``review_at`` (ms UTC) where it is a safety flag."""

    person: str
    item: str
    episode: str  # on the strength of which; "" where of none
    field: str
    author: str
    agency: str
    source: str  # who said so: person, family, provider, part2_program, own_observation, document, caller
    marks: tuple[str, ...] = ()
    review_at: int | None = None
    amends: str = ""  # the item this one puts right; that one stays, and says so
    words: tuple[Reference, ...] = ()


@fact
class ItemReviewed(Fact):
    """A safety flag was looked at again and still holds until then."""

    person: str
    item: str
    review_at: int


@fact
class ItemWithdrawn(Fact):
    """It no longer holds, or never did; it stays in the record, and says so."""

    person: str
    item: str
    reason: str


@fact
class AgeKnown(Fact):
    """In which band of age the law sees the person. ``until`` (ms UTC): the start of the year in which that could change, never the day."""

    person: str
    band: str
    until: int | None


@fact
class TreatmentBegun(Fact):
    """An organization treats the person; ``part2``: as a program under 42 CFR Part 2."""

    person: str
    agency: str
    part2: bool


@fact
class TreatmentEnded(Fact):
    """It treats the person no more."""

    person: str
    agency: str


@fact
class MinorConsentRecorded(Fact):
    """A minor agreed to their own care (AB 665): ``guardians`` is involved, tried or inappropriate; why stays in the vault."""

    person: str
    author: str
    agency: str
    guardians: str
    attempts: int
