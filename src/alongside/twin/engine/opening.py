"""Before anything happens: the desks staffed, the doors told, the first calls and shifts on the agenda."""

from alongside.core.dispatch.requests import TakePosition
from alongside.core.handoff.requests import SetCapacity
from alongside.twin.engine import duty_people, state
from alongside.twin.engine.destinations import list_ways
from alongside.twin.engine.floor import Floor, Way
from alongside.twin.engine.grid import GridTravel
from alongside.twin.engine.live_core import Watch
from alongside.twin.engine.policy import compile_policy, desks
from alongside.twin.engine.prelude import capacities
from alongside.twin.planning.calls import Calls, sample_calls
from alongside.twin.planning.roster import list_duties
from alongside.twin.planning.scenario import Scenario


def open_floor(scenario: Scenario, watch: Watch, calls: Calls | None = None) -> Floor:
    """The desks staffed, the doors told, the first calls and shifts on the agenda."""
    sampled, travel = calls if calls is not None else sample_calls(scenario), GridTravel(scenario.world)
    floor = Floor(rules=scenario.rules, travel=travel, watch=watch, now=scenario.start, scenario=scenario, calls=sampled)
    for desk in desks(scenario):
        floor.ask(TakePosition, position=desk.position, area=desk.area, duty=desk.duty, staff=desk.staff)
    for facility, service, free in capacities(scenario):
        floor.ask(SetCapacity, facility=facility, service=service, free=free)
    known = compile_policy(scenario, floor.travel).known
    floor.door_order = [list_ways(scenario, floor.travel, kind, one) for kind, one in zip(scenario.world.kinds, known, strict=True)]
    floor.ways = [Way(unit.post, unit.post) for unit in scenario.units]
    for index, ring in enumerate(floor.calls.rings.tolist()):
        floor.agenda.put(scenario.start + ring, state.RINGS, index)
    duty_people.plan(floor, list_duties(scenario.units, scenario.start, scenario.end, scenario.world.east_ms))
    return floor
