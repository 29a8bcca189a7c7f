"""Hours of a week as people say them: the same shift on several days is one group."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from alongside.twin.planning.roster import PlannedUnit, Shift
from alongside.twin.planning.world import WEEK_HOURS

DAY_HOURS = 24


class Group(NamedTuple):
    """The same hours on each of these days (0 is Monday)."""

    from_hour: float  # of the day
    hours: float
    days: tuple[int, ...]


def group(shifts: Iterable[Shift]) -> tuple[Group, ...]:
    """Days with the same hours together, earliest first."""
    found: dict[tuple[float, float], set[int]] = defaultdict(set)
    for one in shifts:
        day, at = divmod(one.from_hour, DAY_HOURS)
        found[at, one.hours].add(int(day))
    return tuple(Group(at, hours, tuple(sorted(days))) for (at, hours), days in sorted(found.items()))


def shifts_of(one: Group) -> tuple[Shift, ...]:
    """A shift for each day."""
    return tuple(Shift(day * DAY_HOURS + one.from_hour, one.hours) for day in one.days)


def pieces(shift: Shift) -> Iterator[tuple[float, float]]:
    """(from, hours) within the week; what goes past Sunday midnight goes on at its beginning."""
    first = min(shift.hours, WEEK_HOURS - shift.from_hour)
    yield shift.from_hour, first
    if shift.hours > first:
        yield 0.0, shift.hours - first


def hours_a_week(unit: PlannedUnit) -> float:
    """On duty; around the clock is the whole week."""
    return sum(one.hours for one in unit.shifts) if unit.shifts else float(WEEK_HOURS)


def overlap(shifts: Iterable[Shift]) -> bool:
    """Whether somebody would be on duty twice at once."""
    spans = sorted(span for one in shifts for span in pieces(one))
    return any(begins < before + lasts - 1e-9 for (before, lasts), (begins, _) in zip(spans, spans[1:], strict=False))
