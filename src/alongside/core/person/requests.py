"""Orders about a person's record. Words travel in ``words``: one item for each of them."""

from alongside.core.request import Request, request


@request
class RecordPerson(Request):
    """Open a record for the person of an episode, and say in the same breath that it is them. ``band`` is the band of age, if known."""

    person: str
    episode: str
    basis: str
    source: str = "person"
    band: str = ""
    band_until: int | None = None


@request
class IdentifyPerson(Request):
    """The person of this episode has a record already."""

    person: str
    episode: str
    basis: str


@request
class UndoIdentification(Request):
    """It was somebody else."""

    person: str
    episode: str
    reason: str


@request
class WriteItems(Request):
    """Write to the record. ``marks``: part2, minor_consented. ``review_at`` (ms UTC) for safety flags; ``band`` with a date of birth."""

    person: str
    source: str
    episode: str = ""
    marks: tuple[str, ...] = ()
    review_at: int | None = None
    amends: str = ""
    band: str = ""
    band_until: int | None = None


@request
class ReviewItem(Request):
    """A safety flag still holds, until it is looked at again."""

    person: str
    item: str
    review_at: int


@request
class WithdrawItem(Request):
    """It no longer holds, or never did."""

    person: str
    item: str
    reason: str


@request
class SetAge(Request):
    """In which band of age the law sees the person; ``until`` (ms UTC) the start of the year in which that changes."""

    person: str
    band: str
    until: int | None = None


@request
class BeginTreatment(Request):
    """The asker's organization treats the person."""

    person: str
    part2: bool = False


@request
class EndTreatment(Request):
    """The asker's organization, or the one named by its privacy officer, treats the person no more."""

    person: str
    agency: str = ""


@request
class RecordMinorConsent(Request):
    """A minor of 12 or more agrees to their own care: the professional's opinion, what was done about the parents; why in ``words``."""

    person: str
    mature_enough: bool
    guardians: str
    attempts: int = 0


@request
class CarryItemOver(Request):
    """What its author wrote about somebody else, into the right record: ``words`` is the same, sealed anew under that person's key."""

    person: str
    item: str
    episode: str = ""
    review_at: int | None = None
