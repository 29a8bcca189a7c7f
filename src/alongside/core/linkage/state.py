"""What the board remembers of comparisons and of what they suggest: ids, codes and whole bits of evidence, never a word."""

from dataclasses import dataclass
from hashlib import sha256
from typing import NamedTuple


class Ground(NamedTuple):
    """How one field agrees, and how many bits that speaks for one person: whole bits, for finer ones would tell how rare a name is."""

    field: str
    level: str
    bits: int


class Found(NamedTuple):
    """Two records that may be about one person, and why."""

    person: str
    other: str
    bits: int
    grounds: tuple[Ground, ...]


@dataclass(slots=True)
class Comparison:
    """All records, compared once: in whose name, since when, and how it ended."""

    index: int = 0
    id: str = ""
    author: str = ""
    agency: str = ""
    begun_at: int = 0
    ended_at: int | None = None
    outcome: str = ""  # done, cancelled, no_memory, not_installed, failed
    compared: int = 0
    suggested: int = 0

    @property
    def is_open(self) -> bool:
        """Whether it still reads."""
        return self.ended_at is None


@dataclass(slots=True)
class Suggestion:
    """``state``: "" waits, ``later``, ``apart`` (two people), ``linked``. ``before``: what it was when it was linked.

    ``comparison``: which found it; where somebody named the two, the suggestion itself.
    """

    index: int = 0
    id: str = ""
    comparison: str = ""
    person: str = ""
    other: str = ""
    bits: int = 0
    grounds: tuple[Ground, ...] = ()
    at: int = 0
    state: str = ""
    judged_by: str = ""
    judged_at: int | None = None
    before: str = ""
    linked_by: str = ""
    named_by: str = ""  # who said so, where somebody did
    because: str = ""
    linked_at: int | None = None


def suggestion_id(person: str, other: str) -> str:
    """One pair is one suggestion, whichever comparison finds it and in whichever order."""
    return sha256("\0".join(sorted((person, other))).encode()).hexdigest()[:24]
