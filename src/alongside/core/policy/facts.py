"""Facts about changes to the policy. Each names settings, never a file; what was decided under them carries the hash of the rules."""

from alongside.core.fact import Fact, fact
from alongside.core.policy.state import Settings


@fact
class PolicyProposed(Fact):
    """Somebody proposes other settings, from a moment on."""

    policy: str
    settings: Settings
    wanted_at: int
    reason: str
    author: str
    agency: str


@fact
class PolicyApproved(Fact):
    """A second person read what changes and agreed. ``from_at``: in force from then on. ``gives``: the hash of the rules agreed to."""

    policy: str
    from_at: int
    gives: str
    author: str


@fact
class PolicyDeclined(Fact):
    """A second person said no."""

    policy: str
    reason: str
    author: str


@fact
class PolicyWithdrawn(Fact):
    """Whoever proposed it took it back before anybody agreed."""

    policy: str
    author: str


@fact
class PolicyRolledBack(Fact):
    """From this moment on these settings are in force no more; what was in force without them is."""

    policy: str
    reason: str
    author: str
