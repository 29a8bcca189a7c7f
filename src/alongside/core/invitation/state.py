"""What the board remembers of an invitation: whom it lets answer what, until when, and what came of it."""

from dataclasses import dataclass

STAFF = "invited."  # an answer by invitation is by nobody's account: the reader in the audit is the invitation itself


@dataclass(slots=True)
class Invitation:
    """A link sent to one party about one thing. ``token_hash`` and ``pin_hash`` are all anybody keeps of link and PIN."""

    index: int = 0
    id: str = ""
    purpose: str = ""
    about: str = ""
    party: str = ""
    role: str = ""
    episode: str = ""
    incident: str = ""
    owner: str = ""  # the person, or episode, under whose key words of the answer are sealed
    token_hash: str = ""
    pin_hash: str = ""
    made_by: str = ""
    made_at: int = 0
    until: int = 0
    wrong: int = 0  # PINs in a row that did not fit
    looks: int = 0
    looked_at: int | None = None
    answers: tuple[tuple[str, int], ...] = ()
    locked_at: int | None = None
    revoked_at: int | None = None

    def is_open(self, now: int) -> bool:
        """Whether it can be looked at or answered at ``now`` (ms UTC); true to the millisecond."""
        return self.locked_at is None and self.revoked_at is None and now < self.until

    @property
    def staff(self) -> str:
        """Who answers or reads by it, as the ledger and the read audit name them."""
        return f"{STAFF}{self.id}"
