"""What the board remembers for the custodian of records."""

from dataclasses import dataclass, field

from alongside.core.party import Reference


@dataclass(slots=True)
class Release:
    """One request for records. ``state``: open, signed, handed_out, refused, taken_back."""

    index: int = 0
    id: str = ""
    asked: str = ""
    about_kind: str = ""
    about: str = ""
    covers: tuple[str, ...] = ()
    author: str = ""
    at: int = 0
    due_at: int = 0
    overdue: bool = False
    state: str = "open"
    signed_by: str = ""
    pieces: tuple[tuple[str, bool, str], ...] = ()  # as signed
    chosen: dict[str, tuple[bool, str, str, str]] = field(default_factory=dict)  # piece: shown, exemption, reason, author
    handed_out: tuple[str, int, int, str] | None = None  # how, shown, left out, digest
    closed_at: int | None = None
    reason: str = ""
    words: tuple[Reference, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether somebody still works on it."""
        return self.state in ("open", "signed")


@dataclass(slots=True)
class Preservation:
    """What is kept whatever a schedule says."""

    index: int = 0
    id: str = ""
    about_kind: str = ""
    about: str = ""
    reason: str = ""
    author: str = ""
    at: int = 0
    review_at: int = 0
    review_due: bool = False
    lifted_at: int | None = None
    words: tuple[Reference, ...] = ()


@dataclass(slots=True)
class Erasure:
    """The end of somebody's words. ``state``: proposed, taken_back, signed, done."""

    index: int = 0
    id: str = ""
    about_kind: str = ""
    about: str = ""
    ground: str = ""
    author: str = ""
    at: int = 0
    state: str = "proposed"
    signed_by: str = ""
    owners: tuple[tuple[str, str], ...] = ()
