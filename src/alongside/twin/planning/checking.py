"""Whether a roster can be sent out in a world under a policy: every complaint, with the unit it is about."""

from collections import Counter
from collections.abc import Iterator, Sequence

from alongside.core.dispatch.crew import acts_as
from alongside.core.rules import Rules
from alongside.twin.planning.roster import PlannedUnit, Shift
from alongside.twin.planning.world import WEEK_HOURS, PlanningWorld
from alongside.twin.planning.wrong import Complaint, Mistake

LEAST_HOURS = 0.25
QUARTERS = WEEK_HOURS * 4


def check_roster(units: Sequence[PlannedUnit], world: PlanningWorld, rules: Rules) -> None:
    """Raises :class:`Mistake` with the first complaint. A roster with nobody is a plan, too: every need waits."""
    for complaint in complaints_of_roster(units, world, rules):
        raise Mistake("roster", complaint)


def complaints_of_roster(units: Sequence[PlannedUnit], world: PlanningWorld, rules: Rules) -> list[Complaint]:
    """Everything that is wrong, unit by unit."""
    names = Counter(unit.name for unit in units)
    found = [Complaint("unit_name", {"unit": name}) for name, count in names.items() if count > 1]
    for unit in units:
        found += of_unit(unit, len(world.places), rules)
    return found + list(in_two_places(units))


def of_unit(unit: PlannedUnit, places: int, rules: Rules) -> Iterator[Complaint]:
    """What is wrong with one unit."""
    program, told = rules.program, {"unit": unit.name, "crew": unit.crew_kind}
    if not 0 <= unit.post < places:
        yield Complaint("unit_place", {"unit": unit.name})
    if not all(is_shift(one) for one in unit.shifts):
        yield Complaint("unit_shift", {"unit": unit.name})
    if unit.crew_kind not in program.crews:
        yield Complaint("unit_crew", told)
    elif not unit.members:
        yield Complaint("unit_nobody", {"unit": unit.name})
    elif acts_as(program, unit.crew_kind, unit.aboard()) != unit.crew_kind:
        yield Complaint("unit_made", told)


def is_shift(one: Shift) -> bool:
    """Within the week, and neither a moment nor for ever."""
    return 0 <= one.from_hour < WEEK_HOURS and LEAST_HOURS <= one.hours <= WEEK_HOURS


def in_two_places(units: Sequence[PlannedUnit]) -> Iterator[Complaint]:
    """People who are aboard two units in the same quarter of an hour; each pair of units is said once."""
    aboard: dict[str, list[tuple[str, frozenset[int]]]] = {}
    for unit in units:
        quarters = quarters_of(unit)
        for person, _role, _languages in unit.members:
            for other, busy in aboard.get(person, ()):
                if quarters & busy:
                    yield Complaint("person_twice", {"person": person, "unit": other, "other": unit.name})
            aboard.setdefault(person, []).append((unit.name, quarters))


def quarters_of(unit: PlannedUnit) -> frozenset[int]:
    """The quarters of an hour of the week in which it is on duty."""
    if not unit.shifts:
        return frozenset(range(QUARTERS))
    spans = [(round(one.from_hour * 4), round(one.hours * 4)) for one in unit.shifts if is_shift(one)]
    return frozenset((begins + at) % QUARTERS for begins, lasts in spans for at in range(lasts))
