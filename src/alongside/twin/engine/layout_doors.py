"""Doors of a world laid out as arrays (``state``): what each is, whose chairs it counts, and in which order doors are asked."""

import numpy as np

from alongside.core.codes import PartyKind
from alongside.core.party import Party
from alongside.twin.engine import state
from alongside.twin.engine.codes import code, party_code
from alongside.twin.engine.destinations import find, lay_ways
from alongside.twin.engine.grid import GridTravel
from alongside.twin.engine.policy import Policy
from alongside.twin.planning.columns import MILLION
from alongside.twin.planning.scenario import Scenario


def lay_places(scenario: Scenario, policy: Policy, travel: GridTravel) -> dict[int, np.ndarray]:
    """Tables of doors, by their name in the head."""
    return {
        state.DOORS_AT: lay_doors(scenario),
        state.WAYS_AT: lay_ways(scenario, travel, policy.known),
        state.GROUPS_AT: lay_groups(scenario),
    }


def lay_doors(scenario: Scenario) -> np.ndarray:
    """Chairs, whose they are, and how they answer."""
    rows = []
    for door in scenario.world.doors:
        facility, service = find(scenario.rules, door)
        party = party_code(Party(PartyKind.FACILITY, facility.id))
        rows.append(
            (
                door.place, code(facility.id), code(service.id), party, service.capacity, int(facility.may_decline),
                round(door.yes * MILLION), facility.drop_off_target_ms,
            )
        )  # fmt: skip
    return np.array(rows, np.int64).reshape(-1, state.D_WIDTH)


def lay_groups(scenario: Scenario) -> np.ndarray:
    """By door, the number of its service."""
    services = list(dict.fromkeys((door.facility, door.service) for door in scenario.world.doors))
    return np.array([services.index((door.facility, door.service)) for door in scenario.world.doors], np.int64)
