"""What the board remembers of the registry: who is enrolled until when, and whom a search brought up."""

from dataclasses import dataclass


@dataclass(slots=True)
class Enrollment:
    """One person's, under the id of their record. ``ended`` is "" while it holds, else a reason or ``lapsed``."""

    index: int = 0
    id: str = ""
    author: str = ""
    agency: str = ""
    agreed_by: str = ""
    drawn_to: tuple[str, ...] = ()
    carries: str = "none"
    at: int = 0
    renewed_at: int = 0
    until: int = 0
    is_due: bool = False  # the family was to be asked whether everything is still so
    ended: str = ""

    def holds(self, now: int) -> bool:
        """Whether a search may still bring the person up. The clock ends it; a clock that is late opens nothing."""
        return not self.ended and now < self.until


@dataclass(slots=True)
class Search:
    """The latest look into the registry for one need, under the id of its incident. ``found``: (person, why they fit), best first."""

    index: int = 0
    id: str = ""
    why: str = ""
    at: int = 0
    found: tuple[tuple[str, tuple[str, ...]], ...] = ()
    matched: str = ""

    def shows(self, person: str) -> bool:
        """Whether this search lets its crew and desk see that person: each who fits, and only one once it is known who it is."""
        return self.matched == person if self.matched else any(one == person for one, _ in self.found)
