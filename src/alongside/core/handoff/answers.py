"""How often a place said yes: counts kept on the board from facts, by facility, service, part of the day, and by what it had told."""

from dataclasses import dataclass, field

PART_HOURS = 4  # a night shift answers differently from a morning: six parts a day, so that each has enough to go by


@dataclass(slots=True)
class Tally:
    """Answers of one kind. ``expected`` sums the chances their places usually have, in thousandths."""

    asked: int = 0
    yes: int = 0
    expected: int = 0
    answers: int = 0  # those that came as an answer, so that their wait is known
    waited_ms: int = 0

    def add(self, is_yes: bool, expected: int, waited_ms: int | None) -> None:
        """One more that is known."""
        self.asked += 1
        self.yes += is_yes
        self.expected += expected
        if waited_ms is not None:
            self.answers += 1
            self.waited_ms += waited_ms

    def plus(self, other: "Tally") -> None:
        """Taken together with another."""
        self.asked += other.asked
        self.yes += other.yes
        self.expected += other.expected
        self.answers += other.answers
        self.waited_ms += other.waited_ms


@dataclass(slots=True)
class Answers:
    """What the board remembers of answers; nobody's name, nobody's need."""

    by_part: dict[tuple[str, str, int], Tally] = field(default_factory=dict)  # facility, service, part of the day
    by_standing: dict[str, Tally] = field(default_factory=dict)  # what the place had told when it was asked
    doors: dict[str, tuple[int, int]] = field(default_factory=dict)  # facility: how many hand-overs, and how long they took together

    def count(self, facility: str, service: str, hour: int, standing: str, usual: int, is_yes: bool, waited_ms: int | None) -> None:
        """A question got its answer, or none."""
        key = (facility, service, hour // PART_HOURS)
        self.by_part.setdefault(key, Tally()).add(is_yes, usual, waited_ms)
        self.by_standing.setdefault(standing, Tally()).add(is_yes, usual, waited_ms)

    def withdraw_yes(self, facility: str, service: str, hour: int, standing: str) -> None:
        """It had said yes, and said no after all: for whoever asked it was a no."""
        for tally in (self.by_part.get((facility, service, hour // PART_HOURS)), self.by_standing.get(standing)):
            if tally is not None and tally.yes:
                tally.yes -= 1

    def waited_at_door(self, facility: str, ms: int) -> None:
        """From arrival to hand-over."""
        count, together = self.doors.get(facility, (0, 0))
        self.doors[facility] = (count + 1, together + ms)
