"""What is told before anything happens: desks are staffed, doors say what is free. Both engines begin with the core's own facts of it."""

import numpy as np

from alongside.core.fact import Fact, facility_stream
from alongside.core.handoff.facts import CapacitySet
from alongside.twin.engine.grid import GridTravel
from alongside.twin.engine.policy import desks
from alongside.twin.engine.trace import trace
from alongside.twin.planning.scenario import Scenario


def capacities(scenario: Scenario) -> list[tuple[str, str, int]]:
    """What each service has: facility, service, chairs; once, where several doors lead to it."""
    facilities = scenario.rules.facilities
    found = {(door.facility, one.id): one.capacity for door in scenario.world.doors for one in facilities[door.facility].services}
    asked = dict.fromkeys((door.facility, door.service) for door in scenario.world.doors)
    return [(facility, service, found[facility, service]) for facility, service in asked]


def prelude(scenario: Scenario, travel: GridTravel) -> np.ndarray:
    """The rows of these facts."""
    told: list[Fact] = list(desks(scenario))
    told += [
        CapacitySet(facility_stream(facility), scenario.start, facility, service, free) for facility, service, free in capacities(scenario)
    ]
    return trace(told, travel.index)
