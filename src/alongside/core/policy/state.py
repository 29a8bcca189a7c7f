"""What the board remembers of changes to the policy: names of settings, numbers, codes and times, never a word."""

from dataclasses import dataclass
from typing import NamedTuple


class Setting(NamedTuple):
    """One thing a policy says, by name: a whole number (times in ms, yes as 1), or codes in their order."""

    name: str
    number: int = 0
    codes: tuple[str, ...] = ()


Settings = tuple[Setting, ...]


class Span(NamedTuple):
    """From when, and until before when, these settings are in force (ms UTC); nobody has said until when: None."""

    policy: str
    from_at: int
    until_at: int | None
    settings: Settings

    def holds(self, at: int) -> bool:
        """Whether they are in force at that moment."""
        return self.from_at <= at and (self.until_at is None or at < self.until_at)


def in_order(spans: tuple[Span, ...], one: Span) -> tuple[Span, ...]:
    """With one more, by their beginning; of the same moment, in the order in which they were agreed to."""
    return tuple(sorted((*spans, one), key=lambda span: span.from_at))


@dataclass(slots=True)
class Policy:
    """A proposed change. ``state``: "" waits for a second person, ``approved``, ``declined``, ``withdrawn``, ``rolled_back``."""

    index: int = 0
    id: str = ""
    settings: Settings = ()
    reason: str = ""
    author: str = ""
    agency: str = ""
    proposed_at: int = 0
    wanted_at: int = 0  # when it is to take effect
    state: str = ""
    judged_by: str = ""
    judged_at: int | None = None
    judged_why: str = ""
    from_at: int | None = None
    gives: str = ""  # the hash of the rules that the second person agreed to
    ended_by: str = ""
    ended_at: int | None = None
    ended_why: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it waits for a second person."""
        return not self.state
