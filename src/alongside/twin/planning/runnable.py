"""What cannot be run, said before it is: a unit nobody knows, a place off the map, a door the policy does not have."""

from collections.abc import Iterator

from alongside.core.rules import Rules
from alongside.twin.planning.checking import complaints_of_roster
from alongside.twin.planning.scenario import Scenario
from alongside.twin.planning.taken import is_asked, is_taken
from alongside.twin.planning.world import PlanningWorld, check_world
from alongside.twin.planning.wrong import Complaint, Mistake

MOST_DEMAND = 3.0  # as many times the world's calls as are ever drawn
DUTIES = ("call_taker", "supervisor", "follow_up")
LIVED = frozenset({"unit_made", "person_twice"})  # no roster anybody wants, but one that can be lived through as it is


def check_scenario(scenario: Scenario) -> None:
    """Raises :class:`Mistake` with the first thing that is wrong: what, where, what to do."""
    check_world(scenario.world)
    for complaint in _complaints(scenario):
        raise Mistake("run", complaint)
    for complaint in complaints_of_roster(scenario.units, scenario.world, scenario.rules):
        if complaint.code not in LIVED:
            raise Mistake("roster", complaint)


def _complaints(scenario: Scenario) -> Iterator[Complaint]:
    if scenario.end <= scenario.start:
        yield Complaint("run_ends")
    if not 0 <= scenario.practice.demand <= MOST_DEMAND:
        yield Complaint("demand", {"demand": f"{scenario.practice.demand:g}", "most": f"{MOST_DEMAND:g}"})
    yield from complaints_of_policy(scenario.rules, scenario.world)


def complaints_of_policy(rules: Rules, world: PlanningWorld) -> Iterator[Complaint]:
    """What keeps a policy from being lived in a world, whatever its roster."""
    yield from _of_policy(rules)
    yield from _of_doors(rules, world)


def _of_policy(rules: Rules) -> Iterator[Complaint]:
    for level, plan in rules.program.levels.items():
        for step in plan.order:
            if step.crew_kind not in rules.program.crews:
                yield Complaint("policy_crew", {"level": int(level), "crew": step.crew_kind})
    for duty in DUTIES:
        if not any(desk.duty == duty for desk in rules.program.desks):
            yield Complaint("policy_duty", {"duty": duty})
    if rules.program.protocol not in rules.protocols:
        yield Complaint("policy_protocol", {"protocol": rules.program.protocol})


def must_be_asked(scenario: Scenario) -> None:
    """Raises :class:`Mistake` for a call the program takes that answers what its protocol does not ask."""
    for kind in scenario.world.kinds:
        if is_taken(kind, scenario.rules) and not is_asked(kind, scenario.rules):
            raise Mistake("run", Complaint("kind_answers", {"kind": kind.name, "protocol": scenario.rules.program.protocol}))


def _of_doors(rules: Rules, world: PlanningWorld) -> Iterator[Complaint]:
    for door in world.doors:
        facility = rules.facilities.get(door.facility)
        if facility is None or not any(one.id == door.service for one in facility.services):
            yield Complaint("door_service", {"service": door.service, "facility": door.facility})
