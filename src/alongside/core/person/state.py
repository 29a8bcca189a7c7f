"""What the board remembers of a person's record: ids, codes and whose word it is, never what it says."""

from dataclasses import dataclass, field

from alongside.core.party import Reference


@dataclass(slots=True)
class Person:
    """Somebody met at least once, under an id that says nothing."""

    index: int = 0
    id: str = ""
    recorded_at: int = 0
    author: str = ""
    agency: str = ""
    episodes: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    consents: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()
    linked: tuple[str, ...] = ()  # records that a human says are about the same person
    age: str = "unknown"
    age_until: int | None = None
    treated_by: dict[str, bool] = field(default_factory=dict)  # agency: whether as a Part 2 program
    minor_consent: tuple[int, str, str, int] | None = None  # a minor agreed to their own care: at, author, parents, attempts

    def age_at(self, now: int) -> str:
        """The band of age; ``unknown`` from the start of the year in which it could change until somebody looks again."""
        return "unknown" if self.age_until is not None and now >= self.age_until else self.age


@dataclass(slots=True)
class Item:
    """One piece of words of a record. ``state``: "" holds, ``withdrawn``, ``amended``, or ``mistaken`` (written about somebody else)."""

    index: int = 0
    id: str = ""
    person: str = ""
    episode: str = ""
    field: str = ""
    author: str = ""
    agency: str = ""
    source: str = ""
    marks: frozenset[str] = frozenset()
    at: int = 0
    review_at: int | None = None
    amends: str = ""
    amended_by: str = ""
    state: str = ""
    reason: str = ""
    words: tuple[Reference, ...] = ()

    def is_overdue(self, now: int) -> bool:
        """Whether somebody should have looked at it again by now."""
        return self.review_at is not None and self.review_at <= now and not self.state
