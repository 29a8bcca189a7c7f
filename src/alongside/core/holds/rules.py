"""What one jurisdiction's law says about legal holds, as the library read it; the core only counts with it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Notice:
    """Somebody who must be told of a hold, by law."""

    id: str


@dataclass(frozen=True, slots=True)
class HoldKind:
    """One kind of hold. ``excluded`` are weekdays (0 is Monday) that do not count; on ``holidays`` (days since 1970-01-01) neither."""

    id: str
    starts: str  # detained, arrived, written: what begins the time
    maximum_ms: int
    criteria: frozenset[str]
    roles: frozenset[str]  # who may write one, where they are designated
    minors: bool = False
    excluded: frozenset[int] = frozenset()
    holidays: frozenset[int] = frozenset()
    notices: tuple[Notice, ...] = ()
    warn_ms: tuple[int, ...] = ()  # how long before the latest time the clock rises, longest first
    advise: bool = True
    off: frozenset[int] = frozenset()  # weekdays on which its time may not end
    off_days: frozenset[int] = frozenset()  # and days (since 1970-01-01), which are holidays
    moves_to: str = ""  # start_of_day, same_clock, end_of_day: where such an end moves, on the next day that is not off


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """One pack. ``offsets``: from which moment (ms UTC) local time is ahead of UTC by how much (ms); the first is far in the past."""

    id: str
    offsets: tuple[tuple[int, int], ...] = ((-(2**53), 0),)
    invented: bool = False
    verified_by: str = ""
    verified_until: int = 0  # ms UTC; 0 where nobody verified it
    kinds: tuple[HoldKind, ...] = ()

    def is_verified(self, now: int) -> bool:
        """Whether somebody answers for it today. Law changes: a verification has an end."""
        return bool(self.verified_by) and now < self.verified_until

    def find_kind(self, id: str) -> HoldKind | None:
        """The kind of that id, or None."""
        return next((one for one in self.kinds if one.id == id), None)


NO_LAW = Jurisdiction("")
