"""What the board keeps of a way to a place, and of a restraint."""

from dataclasses import dataclass


@dataclass(slots=True)
class Ride:
    """One person's way to one place. Times are ms UTC, None where it has not come to that."""

    index: int = 0
    id: str = ""
    episode: str = ""
    incident: str = ""
    means: str = ""
    unit: str = ""
    assignment: str = ""
    facility: str = ""
    legal: str = ""
    asked_at: int | None = None
    assigned_at: int | None = None
    left_at: int | None = None
    arrived_at: int | None = None
    handed_at: int | None = None
    late_since: int | None = None  # since when the door takes longer than the place's own target
    ended: str = ""  # handed_over, taken_back, went_on, turned_back, over

    @property
    def is_wanted(self) -> bool:
        """Asked for, and nobody drives yet."""
        return self.asked_at is not None and self.left_at is None and not self.ended


@dataclass(slots=True)
class Restraint:
    """One restraint of one person, from its start to its end."""

    index: int = 0
    id: str = ""
    episode: str = ""
    incident: str = ""
    form: str = ""
    position: str = ""
    from_at: int = 0
    until_at: int | None = None
