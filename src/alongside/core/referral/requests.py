"""Orders about referrals. Words: ``referral_note`` is what the service is told once it agreed; ``said_by`` … who answered by phone."""

from alongside.core.request import Request, request


@request
class MakeReferral(Request):
    """Send somebody on for a need. ``partners`` and ``services`` go together, one for each organization to be asked."""

    referral: str
    episode: str
    need: str
    partners: tuple[str, ...]
    services: tuple[str, ...]
    urgent: bool = False


@request
class AskMore(Request):
    """Ask further organizations."""

    referral: str
    partners: tuple[str, ...]
    services: tuple[str, ...]


@request
class AgreeToReferral(Request):
    """The organization takes the person on. By phone: what it said was read back."""

    ask: str
    by_phone: bool = False
    read_back: bool = False


@request
class DeclineReferral(Request):
    """It does not."""

    ask: str
    reason: str
    by_phone: bool = False


@request
class WaitlistReferral(Request):
    """Not yet; when to ask again is ms UTC, or the policy's time."""

    ask: str
    next_at: int | None = None
    by_phone: bool = False


@request
class ScheduleReferral(Request):
    """When the person is expected (ms UTC)."""

    ask: str
    scheduled_for: int
    by_phone: bool = False


@request
class ConfirmSeen(Request):
    """The person was there."""

    ask: str
    by_phone: bool = False
    read_back: bool = False


@request
class ReportReferralFailed(Request):
    """It did not come about."""

    ask: str
    reason: str
    by_phone: bool = False


@request
class TakeBackAsk(Request):
    """The owner no longer asks this organization."""

    ask: str


@request
class CancelReferral(Request):
    """The owner sends nobody on any more."""

    referral: str
    reason: str


@request
class TakeReferral(Request):
    """Another desk takes it on."""

    referral: str
    position: str
