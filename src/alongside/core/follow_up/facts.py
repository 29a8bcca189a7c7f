"""Facts of follow-up: a promise with an owner and a time."""

from alongside.core.codes import AttemptOutcome
from alongside.core.fact import Fact, fact
from alongside.core.party import Party


@fact
class FollowUpDue(Fact):
    """Somebody must reach the person again by then. The owner named is the desk that is asked; it owns it once taken."""

    follow_up: str
    episode: str
    incident: str
    rule: str
    owner: Party
    due_at: int


@fact
class FollowUpTaken(Fact):
    """The desk took the promise on."""

    follow_up: str
    episode: str
    incident: str
    owner: Party


@fact
class FollowUpAttempted(Fact):
    """One try, and what it brought."""

    follow_up: str
    episode: str
    incident: str
    outcome: AttemptOutcome
    next_at: int | None


@fact
class FollowUpKept(Fact):
    """The person was reached."""

    follow_up: str
    episode: str
    incident: str
    outcome: AttemptOutcome


@fact
class FollowUpClosed(Fact):
    """Not kept, and why."""

    follow_up: str
    episode: str
    incident: str
    reason: str


@fact
class FollowUpOverdue(Fact):
    """The time has passed; raised to the supervisor."""

    follow_up: str
    episode: str
    incident: str
    due_at: int
    ask_again_at: int
