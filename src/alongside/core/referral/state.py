"""What the board remembers of a referral and of each organization that was asked."""

from dataclasses import dataclass

from alongside.core.codes import REFERRAL_OVER, ReferralStatus
from alongside.core.party import Party, Reference


@dataclass(slots=True)
class Ask:
    """One organization asked. ``agreed`` stays once it said yes: only then does it learn who the person is."""

    index: int = 0
    id: str = ""
    referral: str = ""
    episode: str = ""
    incident: str = ""
    partner: str = ""
    service: str = ""
    status: ReferralStatus = ReferralStatus.REQUESTED
    at: int = 0  # when it was asked
    answered_at: int | None = None  # the first answer of any kind
    agreed: bool = False
    agreed_by: str = ""
    appointment_at: int | None = None
    again_at: int | None = None  # in line: when it is asked about again
    reason: str = ""
    version: int = 0  # how often it changed, and when last (ms UTC): what other systems ask for
    changed_at: int = 0

    @property
    def is_open(self) -> bool:
        """Whether something is still expected of it."""
        return self.status not in REFERRAL_OVER

    @property
    def knows_person(self) -> bool:
        """Whether it may know who the person is now."""
        return self.agreed and self.is_open


@dataclass(slots=True)
class Referral:
    """One need somebody is sent on for, with an owner until it is over."""

    index: int = 0
    id: str = ""
    episode: str = ""
    incident: str = ""
    need: str = ""
    urgent: bool = False
    owner: Party | None = None
    made_by: str = ""
    made_at: int = 0
    asks: tuple[str, ...] = ()
    due_at: int = 0
    overdue: bool = False
    status: ReferralStatus = ReferralStatus.REQUESTED
    agreed: str = ""  # the ask that was agreed to
    closed_at: int | None = None
    reason: str = ""
    seen_told_by: str = ""
    words: tuple[Reference, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether somebody still owes the person something."""
        return self.closed_at is None
