"""Which doors a person is taken to, in which order: nearest first, emergency departments last; with a red flag only those."""

from functools import lru_cache

import numpy as np

from alongside.core.fact import Fact
from alongside.core.intake.protocol import Hours
from alongside.core.rules import Facility, Rules, Service
from alongside.twin.engine.asking import is_minor
from alongside.twin.engine.call_kinds import Known, Outside, meet
from alongside.twin.engine.grid import GridTravel
from alongside.twin.planning.scenario import Scenario
from alongside.twin.planning.taken import kinds_heard
from alongside.twin.planning.world import CallKind, Door

LEGAL = "voluntary"


def find(rules: Rules, door: Door) -> tuple[Facility, Service]:
    """The service behind a door. Raises ``Outside`` where the policy does not have it."""
    facility = rules.facilities.get(door.facility)
    service = next((one for one in facility.services if one.id == door.service), None) if facility else None
    if facility is None or service is None:
        raise Outside(f"the policy has no service {door.service} at {door.facility}")
    return facility, service


def must_be_known(scenario: Scenario) -> None:
    """Raises ``Outside`` for doors with hours: the kernels know no closing time."""
    for door in scenario.world.doors:
        facility, service = find(scenario.rules, door)
        if facility.may_decline and not is_always(service.hours or facility.hours):
            raise Outside(f"{door.facility} has opening hours")


@lru_cache(maxsize=256)
def is_always(hours: tuple[Hours, ...]) -> bool:
    """Whether these hours, in local time, leave no minute of the week out; none at all means always."""
    minutes = ((weekday, minute) for weekday in range(7) for minute in range(1440))
    return not hours or all(any(one.includes(weekday, minute) for one in hours) for weekday, minute in minutes)


def is_open(rules: Rules, facility: Facility, service: str, at: int) -> bool:
    """Whether this door may be asked now; one that turns nobody away is never closed."""
    hours = next(one.hours for one in facility.services if one.id == service) or facility.hours
    if not facility.may_decline or is_always(hours):
        return True
    weekday, minute = rules.local.weekday_and_minute(at)
    return any(one.includes(weekday, minute) for one in hours)


def fits(kind: CallKind, known: Known, facility: Facility, service: Service) -> bool:
    """Whether this door may be asked for such a person (``core.handoff.fitting``, for a door that is always open)."""
    if known.flags and facility.may_decline:
        return False  # practice.md: a red flag that stands is looked at by EMS or an emergency department first
    if not facility.may_decline:
        return True
    wrong_age = service.youngest >= 18 if is_minor(kind) else service.oldest < 18
    return not wrong_age and LEGAL in service.legal and service.excludes.isdisjoint(known.flags)


def list_ways(scenario: Scenario, travel: GridTravel, kind: CallKind, known: Known) -> list[list[int]]:
    """By place, the doors in the order they are asked, as indexes into the world's doors. The drive is the one of the week's first hour."""
    doors = [(index, door, *find(scenario.rules, door)) for index, door in enumerate(scenario.world.doors)]
    able = [(index, door, facility) for index, door, facility, service in doors if fits(kind, known, facility, service)]
    first = scenario.world.drives[scenario.world.bands[0]]
    return [
        [index for _, _, index in sorted((not facility.may_decline, first[place][door.place], index) for index, door, facility in able)]
        for place in range(len(travel.spots))
    ]


def order_doors(scenario: Scenario, travel: GridTravel, desks: tuple[Fact, ...]) -> list[list[list[int]]]:
    """By kind of call and place, as the reference engine asks: whether or not the kernels know the kind."""
    heard = kinds_heard(scenario.world, scenario.rules)
    return [list_ways(scenario, travel, kind, meet(kind, scenario.rules, travel, desks)) for kind in heard]


def lay_ways(scenario: Scenario, travel: GridTravel, known: tuple[Known, ...]) -> np.ndarray:
    """``Given.ways``."""
    laid = np.full((len(known), len(travel.spots), len(scenario.world.doors) + 1), -1, np.int64)
    for row, (kind, one) in enumerate(zip(kinds_heard(scenario.world, scenario.rules), known, strict=True)):
        for place, ways in enumerate(list_ways(scenario, travel, kind, one)):
            laid[row, place, : len(ways)] = ways
    return laid
