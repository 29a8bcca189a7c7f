"""Facts of invitations. Neither link nor PIN is in them, only what proves that somebody knows both."""

from alongside.core.fact import Fact, fact


@fact
class InvitationMade(Fact):
    """One party may answer one thing by a link and a spoken PIN, until ``until`` (ms UTC)."""

    invitation: str
    purpose: str
    about: str
    party: str
    role: str
    episode: str
    incident: str
    owner: str
    token_hash: str
    pin_hash: str
    made_by: str
    until: int


@fact
class InvitationLooked(Fact):
    """Somebody with link and PIN looked at what was sent."""

    invitation: str
    episode: str
    incident: str
    party: str


@fact
class InvitationPinWrong(Fact):
    """Somebody with the link did not know the PIN; ``wrong`` times in a row now."""

    invitation: str
    episode: str
    incident: str
    party: str
    wrong: int


@fact
class InvitationLocked(Fact):
    """Too many wrong PINs: it lets nobody answer any more, and the desk is told."""

    invitation: str
    episode: str
    incident: str
    party: str


@fact
class InvitationAnswered(Fact):
    """The party answered by it; what follows from the answer stands beside this, in facts of its own."""

    invitation: str
    episode: str
    incident: str
    party: str
    answer: str


@fact
class InvitationRevoked(Fact):
    """Whoever sent it took it back."""

    invitation: str
    episode: str
    incident: str
    party: str
    reason: str
