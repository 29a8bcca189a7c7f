"""Facts of a person's rights over their record. Names, reasons in words and statements stay in the vault."""

from alongside.core.fact import Fact, fact
from alongside.core.party import Reference


@fact
class DisclosureRecorded(Fact):
    """Something of the record was told outside this system at ``disclosed_at`` (ms UTC)."""

    disclosure: str
    person: str
    author: str
    agency: str
    how: str
    basis: str
    classes: tuple[str, ...]
    disclosed_at: int
    words: tuple[Reference, ...] = ()


@fact
class CopyHandedOut(Fact):
    """The person, or whoever answers for them, got their own copy; it can be made until ``until`` (ms UTC)."""

    copy: str
    person: str
    author: str
    asker: str
    identity: str
    how: str
    until: int


@fact
class AmendmentAsked(Fact):
    """Something is to be put right; answered by ``due_at`` (ms UTC). ``item`` is empty where no single entry is meant."""

    amendment: str
    person: str
    item: str
    due_at: int
    words: tuple[Reference, ...] = ()


@fact
class AmendmentExtended(Fact):
    """The answer is due by ``due_at`` (ms UTC) instead, and why was written for the person. It happens once."""

    amendment: str
    person: str
    author: str
    due_at: int
    words: tuple[Reference, ...] = ()


@fact
class AmendmentAccepted(Fact):
    """It was put right, and these organizations were told."""

    amendment: str
    person: str
    item: str
    author: str
    told: tuple[str, ...]


@fact
class AmendmentRefused(Fact):
    """It stays as it is, and why."""

    amendment: str
    person: str
    item: str
    author: str
    reason: str
    words: tuple[Reference, ...] = ()


@fact
class DisagreementStated(Fact):
    """The person's statement; from now on it goes wherever the item goes."""

    amendment: str
    person: str
    item: str
    words: tuple[Reference, ...] = ()


@fact
class AmendmentOverdue(Fact):
    """Nobody has answered in time; said again at ``ask_again_at``."""

    amendment: str
    person: str
    due_at: int
    ask_again_at: int
