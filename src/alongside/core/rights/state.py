"""What the board remembers of disclosures told by hand, copies handed out and requests to put something right."""

from dataclasses import dataclass

from alongside.core.party import Reference


@dataclass(slots=True)
class Disclosure:
    """Something told outside this system: by phone, on paper, in answer to a subpoena. To whom and what is in ``words``."""

    index: int = 0
    id: str = ""
    person: str = ""
    author: str = ""
    agency: str = ""
    how: str = ""
    basis: str = ""
    classes: tuple[str, ...] = ()
    at: int = 0
    disclosed_at: int = 0
    words: tuple[Reference, ...] = ()


@dataclass(slots=True)
class Copy:
    """The person's own copy, handed out once who asks was checked; it can be made until ``until``."""

    index: int = 0
    id: str = ""
    person: str = ""
    author: str = ""
    asker: str = "person"
    identity: str = ""
    how: str = ""
    at: int = 0
    until: int = 0


@dataclass(slots=True)
class Amendment:
    """A request to put something right. ``state``: open, accepted or refused; ``disagreement`` travels with the item once refused."""

    index: int = 0
    id: str = ""
    person: str = ""
    item: str = ""
    state: str = "open"
    asked_at: int = 0
    due_at: int = 0
    is_overdue: bool = False
    extended_at: int | None = None
    decided_at: int | None = None
    decided_by: str = ""
    reason: str = ""
    told: tuple[str, ...] = ()
    words: tuple[Reference, ...] = ()
    disagreement: tuple[Reference, ...] = ()
