"""Facts of referrals. What a service is told is words and stays in the vault; ``due_at`` is by when something must happen next."""

from typing import ClassVar

from alongside.core.fact import Fact, fact
from alongside.core.party import Party, Reference


@fact
class ReferralMade(Fact):
    """A need is to be met by somebody else, and this desk sees to it that it is."""

    referral: str
    episode: str
    incident: str
    need: str
    urgent: bool
    owner: Party
    made_by: str
    due_at: int
    words: tuple[Reference, ...] = ()


@fact
class ReferralAsked(Fact):
    """An organization was asked. It learns what is needed, not who for."""

    referral: str
    ask: str
    episode: str
    incident: str
    partner: str
    service: str
    due_at: int


@fact
class ReferralAgreed(Fact):
    """It takes the person on, and may know now who it is. ``by_phone``: somebody wrote down what it said, read back."""

    referral: str
    ask: str
    episode: str
    incident: str
    partner: str
    answered_by: str
    by_phone: bool
    due_at: int
    words: tuple[Reference, ...] = ()


@fact
class ReferralWaitlisted(Fact):
    """It has no room yet and keeps a place in line; it is asked again at ``again_at``. ``due_at``: the soonest of all that are asked."""

    kind_version: ClassVar[int] = 2

    referral: str
    ask: str
    episode: str
    incident: str
    partner: str
    answered_by: str
    due_at: int
    words: tuple[Reference, ...] = ()
    again_at: int | None = None


@fact
class ReferralDeclined(Fact):
    """It does not take the person on. ``due_at`` is None while others are still asked."""

    referral: str
    ask: str
    episode: str
    incident: str
    partner: str
    answered_by: str
    reason: str
    due_at: int | None
    words: tuple[Reference, ...] = ()


@fact
class ReferralAskWithdrawn(Fact):
    """It need not answer any more: another agreed, or whoever asked took it back."""

    referral: str
    ask: str
    episode: str
    incident: str
    partner: str
    reason: str
    due_at: int | None = None


@fact
class ReferralScheduled(Fact):
    """The person is expected there at that time (ms UTC)."""

    referral: str
    ask: str
    episode: str
    incident: str
    partner: str
    answered_by: str
    scheduled_for: int
    due_at: int
    words: tuple[Reference, ...] = ()


@fact
class ReferralSeen(Fact):
    """The person was there. Said by somebody other than who sent them; this alone closes it well."""

    referral: str
    ask: str
    episode: str
    incident: str
    partner: str
    told_by: str
    by_phone: bool
    words: tuple[Reference, ...] = ()


@fact
class ReferralFailed(Fact):
    """It was agreed and did not come about; the owner finds another way by ``due_at``."""

    referral: str
    ask: str
    episode: str
    incident: str
    partner: str
    told_by: str
    reason: str
    due_at: int
    words: tuple[Reference, ...] = ()


@fact
class ReferralCancelled(Fact):
    """Nobody is sent on any more, and why."""

    referral: str
    episode: str
    incident: str
    reason: str


@fact
class ReferralTaken(Fact):
    """Another desk sees to it from here on: it took it on itself."""

    referral: str
    episode: str
    incident: str
    owner: Party


@fact
class ReferralOverdue(Fact):
    """Nothing happened in time; raised to the owner, and again."""

    referral: str
    episode: str
    incident: str
    owner: Party
    due_at: int
    ask_again_at: int
