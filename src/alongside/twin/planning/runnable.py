"""What cannot be run, said before it is: a unit nobody knows, a place off the map, a door the policy does not have."""

from collections.abc import Iterator

from alongside.core.rules import Rules
from alongside.twin.planning.roster import PlannedUnit
from alongside.twin.planning.scenario import Scenario
from alongside.twin.planning.world import Mistake, PlanningWorld, check_world

MOST_DEMAND = 2.0  # as many times the world's calls as are ever drawn
DUTIES = ("call_taker", "supervisor", "follow_up")


def check_scenario(scenario: Scenario) -> None:
    """Raises :class:`Mistake` with the first thing that is wrong: what, where, what to do."""
    check_world(scenario.world)
    for complaint in _complaints(scenario):
        raise Mistake(complaint)


def _complaints(scenario: Scenario) -> Iterator[str]:
    if scenario.end <= scenario.start:
        yield "a run must end after it starts"
    if not 0 <= scenario.practice.demand <= MOST_DEMAND:
        yield f"demand is {scenario.practice.demand:g}; give 0 to {MOST_DEMAND:g} times the world's calls"
    yield from _of_policy(scenario.rules)
    yield from _of_world(scenario.rules, scenario.world)
    names = [unit.name for unit in scenario.units]
    for unit in scenario.units:
        if names.count(unit.name) > 1:
            yield f"roster: two units are called {unit.name}; give each a name of its own"
        yield from _of_unit(unit, scenario.rules, len(scenario.world.places))


def _of_policy(rules: Rules) -> Iterator[str]:
    crews = rules.program.crews
    for level, plan in rules.program.levels.items():
        for step in plan.order:
            if step.crew_kind not in crews:
                yield f"policy: level {int(level)} sends {step.crew_kind}, a kind of crew it does not have; add or strike it"
    for duty in DUTIES:
        if not any(desk.duty == duty for desk in rules.program.desks):
            yield f"policy: nobody has the duty {duty}; give it a desk"


def _of_world(rules: Rules, world: PlanningWorld) -> Iterator[str]:
    for door in world.doors:
        facility = rules.facilities.get(door.facility)
        if facility is None or not any(one.id == door.service for one in facility.services):
            yield f"{world.name}: the policy has no service {door.service} at {door.facility}; strike the door, or add it to the facilities"
    for kind in world.kinds:
        if kind.answers and rules.program.protocol not in rules.protocols:
            yield f"policy: its protocol {rules.program.protocol} is not there, and calls of the kind {kind.name} are assessed by it"


def _of_unit(unit: PlannedUnit, rules: Rules, places: int) -> Iterator[str]:
    where = f"roster, {unit.name}"
    if unit.crew_kind not in rules.program.crews:
        yield f"{where}: {unit.crew_kind} is no kind of crew in the policy; it has {', '.join(sorted(rules.program.crews))}"
    if not 0 <= unit.post < places:
        yield f"{where}: its post {unit.post} is off the map; the world has places 0 to {places - 1}"
    if not unit.members:
        yield f"{where}: nobody is aboard; name at least one"
    for shift in unit.shifts:
        if not 0 <= shift.from_hour < 168 or not 0 < shift.hours <= 168:
            yield f"{where}: a shift from hour {shift.from_hour:g} for {shift.hours:g} hours; it begins at 0 to 168 and lasts up to 168"
