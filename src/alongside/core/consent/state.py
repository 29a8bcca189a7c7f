"""What the board remembers of one consent: its scope in codes, its state, and its place in the order of decisions."""

from dataclasses import dataclass


@dataclass(slots=True)
class Consent:
    """``state``: given, declined, withdrawn, expired or deficient. ``turn`` is when it last changed, ``closed`` when it was said no to.

    Turns count facts, not clocks: what the ledger heard last counts, however late a device sent it.
    """

    index: int = 0
    id: str = ""
    person: str = ""
    episode: str = ""
    kind: str = ""
    state: str = ""
    form: str = ""
    signer: str = ""
    is_minors_own: bool = False
    what: frozenset[str] = frozenset()
    holders: frozenset[str] = frozenset()
    recipients: frozenset[str] = frozenset()
    purposes: frozenset[str] = frozenset()
    intermediary: str = ""
    at: int = 0
    from_at: int | None = None
    expires_at: int | None = None
    event: str = ""
    missing: tuple[str, ...] = ()
    author: str = ""
    agency: str = ""
    signed: int = 0  # the turn at which it was given
    turn: int = 0
    closed: int = 0
    changed_at: int = 0
    words: tuple[tuple[str, str, str], ...] = ()

    def state_at(self, now: int) -> str:
        """The state by the clock: an end that has passed counts before anybody wrote it down."""
        if self.state != "given":
            return self.state
        if self.expires_at is not None and self.expires_at <= now:
            return "expired"
        return "given" if self.from_at is None or self.from_at <= now else "not_asked"
