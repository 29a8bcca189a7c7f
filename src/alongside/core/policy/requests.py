"""Orders about the policy."""

from alongside.core.policy.state import Settings
from alongside.core.request import Request, request


@request
class ProposePolicy(Request):
    """Other settings, from ``wanted_at`` (ms UTC) on; where that is past when somebody agrees, from then. The server's own page asks it."""

    policy: str
    settings: Settings
    wanted_at: int
    reason: str


@request
class ApprovePolicy(Request):
    """Agree to what was read: ``gives`` is the hash of the rules that the page showed.

    What the server knows of the two accounts comes along: ``since`` when (ms UTC) that of who agrees has been what it is, and whether
    either of the two made or opened the other's (``tied``)."""

    policy: str
    gives: str
    since: int = 0
    tied: bool = False


@request
class DeclinePolicy(Request):
    """Say no to it."""

    policy: str
    reason: str


@request
class WithdrawPolicy(Request):
    """Take back what oneself proposed."""

    policy: str


@request
class RollBackPolicy(Request):
    """Take it out of force now, or out of what is to come."""

    policy: str
    reason: str
