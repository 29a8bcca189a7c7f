"""Facts about consent. Names, signatures and where a paper lies stay in the vault; here are codes, ids and what is missing."""

from alongside.core.fact import Fact, fact
from alongside.core.party import Reference


@fact
class ConsentRecorded(Fact):
    """The person was asked and answered. ``missing`` names elements the law asks for and this does not have: then it opens nothing."""

    person: str
    consent: str
    about: str  # the kind of consent
    answer: str  # given, declined
    form: str  # drawn, typed, paper, said
    signer: str  # person, guardian, both, representative
    minors_own: bool  # a minor signed alone: not for guardians
    what: tuple[str, ...]
    holders: tuple[str, ...]
    recipients: tuple[str, ...]
    purposes: tuple[str, ...]
    intermediary: str
    from_at: int | None
    expires_at: int | None
    event: str
    missing: tuple[str, ...]
    author: str
    agency: str
    signed_in: str  # the episode, so that one signed under a mistaken identity can be told; never a line in an incident's timeline
    words: tuple[Reference, ...] = ()


@fact
class ConsentWithdrawn(Fact):
    """It was taken back. Nothing more is shown on the strength of it; what was shown before stays in the log."""

    person: str
    consent: str
    said_by: str
    reason: str
    author: str
    words: tuple[Reference, ...] = ()


@fact
class ConsentExpired(Fact):
    """Its end has come: the day, or the event it named."""

    person: str
    consent: str
    event: str


@fact
class ConsentFoundWrong(Fact):
    """It is known not to be what it says: it never opened anything rightly, and opens nothing."""

    person: str
    consent: str
    reason: str
    author: str
