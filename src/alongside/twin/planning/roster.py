"""Who is on duty when: units with their people, and the shifts of a run laid out on its clock."""

import msgspec

from alongside.core.party import Member
from alongside.twin.planning.world import HOUR_MS, WEEK_HOURS

WEEK_MS = WEEK_HOURS * HOUR_MS
MONDAY_MS = 4 * 24 * HOUR_MS  # 1970-01-05 was a Monday


class Shift(msgspec.Struct, frozen=True):
    """From an hour of the local week for so many hours; 0 is Monday 0:00."""

    from_hour: float
    hours: float


class PlannedUnit(msgspec.Struct, frozen=True, kw_only=True):
    """A unit of a roster. No shifts: around the clock."""

    name: str
    crew_kind: str
    post: int  # index of a place
    members: tuple[tuple[str, str, tuple[str, ...]], ...]  # staff id, role, languages
    shifts: tuple[Shift, ...] = ()
    certificates: tuple[str, ...] = ()  # of the first aboard

    def aboard(self) -> tuple[Member, ...]:
        """As the core wants them at sign-on."""
        return tuple(
            Member(staff, role, self.certificates if place == 0 else (), languages)
            for place, (staff, role, languages) in enumerate(self.members)
        )


class Duty(msgspec.Struct, frozen=True, order=True):
    """One shift of one unit in a run, ms UTC; ``ends_at`` 0: until the end of the run, and longer."""

    starts_at: int
    unit: int
    ends_at: int


def list_duties(units: tuple[PlannedUnit, ...], start: int, end: int, east_ms: int) -> list[Duty]:
    """Every shift that touches the run, oldest first. Shifts that overlap or meet are one."""
    found = [duty for index, unit in enumerate(units) for duty in _of_unit(index, unit, start, end, east_ms)]
    return sorted(found)


def _of_unit(index: int, unit: PlannedUnit, start: int, end: int, east_ms: int) -> list[Duty]:
    if not unit.shifts:
        return [Duty(start, index, 0)]
    week = (start + east_ms - MONDAY_MS) // WEEK_MS * WEEK_MS + MONDAY_MS - east_ms
    spans = []
    for monday in range(week - WEEK_MS, end, WEEK_MS):
        for shift in unit.shifts:
            begins = monday + round(shift.from_hour * HOUR_MS)
            spans.append((begins, begins + round(shift.hours * HOUR_MS)))
    joined: list[list[int]] = []
    for begins, ends in sorted(spans):
        if joined and begins <= joined[-1][1]:
            joined[-1][1] = max(joined[-1][1], ends)
        else:
            joined.append([begins, ends])
    return [Duty(max(begins, start), index, ends) for begins, ends in joined if ends > start and begins < end and ends > begins]
