"""Who declines, when and why: for whoever answers for the partnership. It moves no place down a list by itself."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from alongside.core.handoff.answers import PART_HOURS
from alongside.evaluate.measures.interval import Interval, quantile, wilson
from alongside.evaluate.places.asked import Asked

PARTS = 24 // PART_HOURS


@dataclass
class Pattern:
    """One service of one facility. ``parts`` are (asked, yes) by part of the local day; ``advised`` counts diversion, never a no."""

    facility: str
    service: str
    asked: int = 0
    yes: int = 0
    no: int = 0
    silent: int = 0
    advised: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    parts: list[list[int]] = field(default_factory=lambda: [[0, 0] for _ in range(PARTS)])
    waits: list[int] = field(default_factory=list)

    @property
    def interval(self) -> Interval | None:
        """Bounds of the share of yes among what was answered or ran out."""
        return wilson(self.yes, self.yes + self.no + self.silent)

    @property
    def median_ms(self) -> float | None:
        """How soon it answers."""
        return quantile(sorted(self.waits), 0.5)

    def take(self, one: Asked) -> None:
        """One more question that came to something."""
        self.asked += 1
        self.yes += one.answer == "yes"
        self.no += one.answer == "no"
        self.silent += one.answer == "none"
        self.advised += one.answer == "advised"
        part = self.parts[one.hour // PART_HOURS]
        part[0] += 1
        part[1] += one.answer == "yes"
        if one.reason:
            self.reasons[one.reason] += 1
        if one.answered_ms is not None:
            self.waits.append(one.answered_ms)


def list_patterns(rows: Sequence[Asked]) -> list[Pattern]:
    """By facility and service, most declined first."""
    found: dict[tuple[str, str], Pattern] = {}
    for one in rows:
        if one.answer:
            found.setdefault((one.facility, one.service), Pattern(one.facility, one.service)).take(one)
    return sorted(found.values(), key=lambda one: (-(one.no + one.silent), -one.asked, one.facility, one.service))
