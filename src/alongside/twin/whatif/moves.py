"""What may be done to a plan. Each gives another plan, or says by a code what cannot be; nothing is ever changed in place."""

from collections.abc import Collection, Sequence

from msgspec.structs import replace

from alongside.twin.planning.roster import PlannedUnit, Shift
from alongside.twin.planning.world import WEEK_HOURS
from alongside.twin.whatif.hours import DAY_HOURS, Group, group, overlap, shifts_of
from alongside.twin.whatif.plan import LEAST_DEMAND, MOST_DEMAND, MOST_RUNS, MOST_UNITS, MOST_WEEKS, BoardPlan

STEP = 0.5  # hours: shifts begin and last by halves
MOST_AT_ONCE = 20


class CannotBe(ValueError):
    """``code`` says what is wrong, ``values`` where."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code, self.values = code, values


def move_shift(plan: BoardPlan, name: str, index: int, to: str, shift: Shift) -> BoardPlan:
    """One shift to other hours, or to another team."""
    unit, other = _unit(plan, name), _unit(plan, to)
    if not 0 <= index < len(unit.shifts):
        raise CannotBe("no_shift", unit=name)
    must_be_hours(shift.from_hour, shift.hours)
    left = (*unit.shifts[:index], *unit.shifts[index + 1 :])
    if name == to:
        return _with(plan, _on_duty(unit, (*left, shift)))
    if not other.shifts:
        raise CannotBe("already_always", unit=to)
    moved = _with(plan, _on_duty(other, (*other.shifts, shift)))
    return _with(moved, _on_duty(unit, left)) if left else drop_team(moved, name)


def drop_shift(plan: BoardPlan, name: str, index: int) -> BoardPlan:
    """One shift less; a team without any leaves the board, because no shift at all would mean around the clock."""
    unit = _unit(plan, name)
    if not 0 <= index < len(unit.shifts):
        raise CannotBe("no_shift", unit=name)
    left = (*unit.shifts[:index], *unit.shifts[index + 1 :])
    return _with(plan, _on_duty(unit, left)) if left else drop_team(plan, name)


def set_hours(plan: BoardPlan, name: str, index: int, told: Group) -> BoardPlan:
    """One group of days to other days or hours; ``index`` past the last adds one, and ends being on duty around the clock."""
    unit = _unit(plan, name)
    must_be_hours(told.from_hour, told.hours)
    must_be_days(told.days)
    groups = list(group(unit.shifts))
    groups[index : index + 1] = [told]
    return _with(plan, _on_duty(unit, tuple(shift for one in groups for shift in shifts_of(one))))


def drop_hours(plan: BoardPlan, name: str, index: int) -> BoardPlan:
    """One group of days less."""
    unit = _unit(plan, name)
    groups = list(group(unit.shifts))
    if not 0 <= index < len(groups):
        raise CannotBe("no_shift", unit=name)
    del groups[index]
    if not groups:
        return drop_team(plan, name)
    return _with(plan, _on_duty(unit, tuple(shift for one in groups for shift in shifts_of(one))))


def add_teams(plan: BoardPlan, like: PlannedUnit, post: int, count: int, told: Group) -> BoardPlan:
    """So many teams like one that is known, with people of their own. No days: around the clock."""
    if not 1 <= count <= MOST_AT_ONCE:
        raise CannotBe("count", least=1, most=MOST_AT_ONCE)
    if len(plan.units) + count > MOST_UNITS:
        raise CannotBe("too_many", most=MOST_UNITS)
    shifts: tuple[Shift, ...] = ()
    if told.days:
        must_be_hours(told.from_hour, told.hours)
        must_be_days(told.days)
        shifts = shifts_of(told)
    found = list(plan.units)
    for _ in range(count):
        name = free_name({one.name for one in found})
        members = tuple((f"{name}-{turn + 1}", role, languages) for turn, (_staff, role, languages) in enumerate(like.members))
        found.append(replace(like, name=name, post=post, members=members, shifts=shifts))
    return replace(plan, units=tuple(found))


def drop_team(plan: BoardPlan, name: str) -> BoardPlan:
    """One team less. A board without anybody is a plan, too."""
    _unit(plan, name)
    return replace(plan, units=tuple(one for one in plan.units if one.name != name))


def move_post(plan: BoardPlan, name: str, post: int, posts: Collection[int]) -> BoardPlan:
    """A team to another post."""
    if post not in posts:
        raise CannotBe("no_post")
    return _with(plan, replace(_unit(plan, name), post=post))


def set_terms(plan: BoardPlan, demand: int, weeks: int, runs: int, same_calls: bool) -> BoardPlan:
    """How many calls, and how long and how often it is tried."""
    asked = (("demand", demand, LEAST_DEMAND, MOST_DEMAND), ("weeks", weeks, 1, MOST_WEEKS), ("runs", runs, 2, MOST_RUNS))
    for code, value, least, most in asked:
        if not least <= value <= most:
            raise CannotBe(code, least=least, most=most)
    return replace(plan, demand=demand, weeks=weeks, runs=runs, same_calls=same_calls)


def free_name(taken: Collection[str]) -> str:
    """new-1, new-2 …"""
    return next(name for n in range(1, len(taken) + 2) if (name := f"new-{n}") not in taken)


def must_be_hours(from_hour: float, hours: float) -> None:
    if not (0 <= from_hour < WEEK_HOURS and (from_hour / STEP).is_integer()):
        raise CannotBe("from")
    if not (STEP <= hours <= DAY_HOURS and (hours / STEP).is_integer()):
        raise CannotBe("hours", least="½", most=DAY_HOURS)


def must_be_days(days: Sequence[int]) -> None:
    if not days or not set(days) <= set(range(7)):
        raise CannotBe("days")


def _unit(plan: BoardPlan, name: str) -> PlannedUnit:
    for one in plan.units:
        if one.name == name:
            return one
    raise CannotBe("no_unit", unit=name)


def _on_duty(unit: PlannedUnit, shifts: tuple[Shift, ...]) -> PlannedUnit:
    if overlap(shifts):
        raise CannotBe("twice", unit=unit.name)
    return replace(unit, shifts=tuple(sorted(shifts, key=lambda one: (one.from_hour, one.hours))))


def _with(plan: BoardPlan, unit: PlannedUnit) -> BoardPlan:
    return replace(plan, units=tuple(unit if one.name == unit.name else one for one in plan.units))
