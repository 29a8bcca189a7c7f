"""Facts of threat management, in the stream of each file. Nothing here says of whom it is, or what anybody said."""

from alongside.core.fact import Fact, fact
from alongside.core.party import Reference


@fact
class ThreatOpened(Fact):
    """A file begins, and ``lead`` answers for it. ``person`` is a record, or "" where it is not known whose."""

    threat: str
    person: str
    because: str
    lead: str
    agency: str
    review_at: int
    words: tuple[Reference, ...] = ()


@fact
class ThreatMemberJoined(Fact):
    """Somebody works on it, in this part."""

    threat: str
    member: str
    part_taken: str


@fact
class ThreatMemberLeft(Fact):
    """No longer."""

    threat: str
    member: str
    because: str


@fact
class ThreatStakeholderNamed(Fact):
    """Somebody beside the team has to do with it."""

    threat: str
    stakeholder: str
    role: str
    author: str
    words: tuple[Reference, ...] = ()


@fact
class ThreatStakeholderLeft(Fact):
    """No longer."""

    threat: str
    stakeholder: str


@fact
class ThreatAssessed(Fact):
    """How concerned the team is, and why; the higher, the sooner it is looked at again."""

    threat: str
    level: str
    concern: tuple[str, ...]
    protective: tuple[str, ...]
    author: str
    review_at: int
    words: tuple[Reference, ...] = ()


@fact
class ThreatPlanWritten(Fact):
    """A page of how the concern is managed."""

    threat: str
    author: str
    words: tuple[Reference, ...] = ()


@fact
class ThreatTaskSet(Fact):
    """Somebody of the team is to do something by then."""

    threat: str
    task: str
    what: str
    owner: str
    due_at: int
    words: tuple[Reference, ...] = ()


@fact
class ThreatTaskDone(Fact):
    """Done."""

    threat: str
    task: str
    author: str
    words: tuple[Reference, ...] = ()


@fact
class ThreatTaskEnded(Fact):
    """To be done no more, and why."""

    threat: str
    task: str
    because: str


@fact
class ThreatTaskOverdue(Fact):
    """The time has passed."""

    threat: str
    task: str
    owner: str
    due_at: int
    ask_again_at: int


@fact
class ThreatReviewed(Fact):
    """The team looked at the whole again, and will by ``review_at``."""

    threat: str
    author: str
    review_at: int
    words: tuple[Reference, ...] = ()


@fact
class ThreatReviewMissed(Fact):
    """Nobody looked at it in time: it rises to the supervisor, and again."""

    threat: str
    lead: str
    review_at: int
    ask_again_at: int


@fact
class ThreatLeadOffered(Fact):
    """Somebody is asked to answer for it; nothing has moved."""

    threat: str
    offered_to: str
    because: str
    answer_by: int


@fact
class ThreatLeadDeclined(Fact):
    """It stays with its lead."""

    threat: str
    offered_to: str
    because: str


@fact
class ThreatLeadWithdrawn(Fact):
    """Nobody is asked any more."""

    threat: str
    offered_to: str


@fact
class ThreatLeadUnanswered(Fact):
    """Nobody answered in time: it rises, and stays with its lead."""

    threat: str
    offered_to: str


@fact
class ThreatLeadTaken(Fact):
    """Somebody else answers for it from now on. The only fact that moves an open file."""

    threat: str
    from_lead: str
    lead: str
    agency: str
    because: str


@fact
class ThreatToldOf(Fact):
    """Something of a health record was told to the team; the accounting of the person has it as ``disclosure``."""

    threat: str
    disclosure: str
    basis: str
    author: str
    words: tuple[Reference, ...] = ()


@fact
class ThreatFlagRaised(Fact):
    """Crews on a call of this person see one fixed sentence from now on."""

    threat: str
    item: str
    author: str
    review_at: int


@fact
class ThreatFlagLowered(Fact):
    """They no longer do."""

    threat: str
    item: str
    author: str


@fact
class ThreatClosed(Fact):
    """Nobody answers for it any more, and why; ``signed_by`` where a second person must sign."""

    threat: str
    reason: str
    author: str
    signed_by: str
    words: tuple[Reference, ...] = ()


@fact
class ThreatReopened(Fact):
    """It was closed too soon: ``lead`` answers for it."""

    threat: str
    lead: str
    agency: str
    review_at: int
