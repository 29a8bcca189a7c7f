"""The reference engine: people of a planning world make requests of the live core, in memory. Slow, and right by definition."""

from collections.abc import Callable, Mapping

import numpy as np

from alongside.core.fact import Fact
from alongside.twin.engine import afterwards_people, crew_people, duty_people, intake_people, state
from alongside.twin.engine.floor import Floor
from alongside.twin.engine.grid import GridTravel
from alongside.twin.engine.live_core import Watch
from alongside.twin.engine.opening import open_floor
from alongside.twin.engine.sending_people import serve
from alongside.twin.engine.trace import trace
from alongside.twin.planning.calls import Calls
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


DOES: Mapping[int, Callable[[Floor, int], None]] = {
    state.SHIFT_ENDS: duty_people.shift_ends,
    state.SHIFT_STARTS: duty_people.shift_starts,
    state.RINGS: intake_people.ring,
    state.TRIAGED: intake_people.assess,
    state.READY: intake_people.ready,
    state.STEP: crew_people.step,
    state.TAKES_ON: afterwards_people.take_on,
    state.RELEASE: afterwards_people.release,
    state.TRY: afterwards_people.try_again,
    state.SIGN: afterwards_people.give_sign,
}
