"""The reference engine: people of a planning world make requests of the live core, in memory. Slow, and right by definition."""

from collections.abc import Callable, Mapping

import numpy as np

from alongside.core.dispatch.requests import TakePosition
from alongside.core.fact import Fact
from alongside.core.handoff.requests import SetCapacity
from alongside.core.intake.requests import CloseIncident
from alongside.twin.engine import afterwards_people, crew_people, duty_people, naming, outcomes, state
from alongside.twin.engine.call_kinds import assessing, taking
from alongside.twin.engine.crew_acts import settle
from alongside.twin.engine.destinations import list_ways
from alongside.twin.engine.floor import Floor, Watch, Way
from alongside.twin.engine.grid import GridTravel
from alongside.twin.engine.policy import compile_policy, desks
from alongside.twin.engine.prelude import capacities
from alongside.twin.engine.sending_people import serve, try_to_send
from alongside.twin.engine.trace import trace
from alongside.twin.planning import columns as c
from alongside.twin.planning.calls import Calls, sample_calls
from alongside.twin.planning.roster import list_duties
from alongside.twin.planning.scenario import Scenario


def run_reference(scenario: Scenario, watch: Watch | None = None, calls: Calls | None = None) -> list[Fact]:
    """Every fact of the run, in order."""
    facts: list[Fact] = []
    floor = open_floor(scenario, watch or facts.append, calls)
    while (event := floor.agenda.peek()) is not None and event[0] < scenario.end:
        floor.tick_until(event[0])
        at, rank, index = floor.agenda.take()
        floor.now = at
        DOES[rank](floor, index)
        if floor.came_free:
            floor.came_free = False
            serve(floor)
    floor.tick_until(scenario.end - 1)
    return facts


def trace_reference(scenario: Scenario) -> np.ndarray:
    """The run's rows."""
    return trace(run_reference(scenario), GridTravel(scenario.world).index)


def open_floor(scenario: Scenario, watch: Watch, calls: Calls | None = None) -> Floor:
    """The desks staffed, the doors told, the first calls and shifts on the agenda."""
    floor = Floor(scenario, GridTravel(scenario.world), calls if calls is not None else sample_calls(scenario), watch, scenario.start)
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


def ring(floor: Floor, index: int) -> None:
    """Somebody calls, and a desk is responsible."""
    scenario, kind = floor.scenario, floor.scenario.world.kinds[floor.drawn(index, c.KIND)]
    request = taking(index, kind, scenario.rules, floor.next_id(), floor.spot(floor.drawn(index, c.PLACE)))
    floor.settle(request)
    floor.agenda.put(floor.now + floor.drawn(index, c.TRIAGE), state.TRIAGED, index)
    afterwards_people.give_sign(floor, index)


def assess(floor: Floor, index: int) -> None:
    """The answers are in."""
    kind = floor.scenario.world.kinds[floor.drawn(index, c.KIND)]
    floor.settle(assessing(index, kind, floor.scenario.rules, floor.next_id()))
    floor.agenda.put(floor.now + floor.drawn(index, c.READY), state.READY, index)


def ready(floor: Floor, index: int) -> None:
    """A dispatcher has it: somebody is sent, or it waits. Where the policy sends nobody, the desk closes it."""
    id = naming.incident(index)
    level = floor.board.incidents.reach(id).level
    if level not in floor.scenario.rules.program.levels:
        settle(floor, index, outcomes.NOT_BEHAVIOURAL)
        floor.ask(CloseIncident, incident=id, reason="not_behavioural")
        return
    floor.wait(index)
    try_to_send(floor, index)


DOES: Mapping[int, Callable[[Floor, int], None]] = {
    state.SHIFT_ENDS: duty_people.shift_ends,
    state.SHIFT_STARTS: duty_people.shift_starts,
    state.RINGS: ring,
    state.TRIAGED: assess,
    state.READY: ready,
    state.STEP: crew_people.step,
    state.TAKES_ON: afterwards_people.take_on,
    state.RELEASE: afterwards_people.release,
    state.TRY: afterwards_people.try_again,
    state.SIGN: afterwards_people.give_sign,
}
