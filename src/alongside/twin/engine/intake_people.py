"""Call-takers of a planning world: a call rings, is assessed, and is ready for whoever sends."""

from alongside.core.intake.requests import CloseIncident
from alongside.twin.engine import afterwards_people, naming, outcomes, state
from alongside.twin.engine.asking import assessing, taking
from alongside.twin.engine.crew_acts import settle
from alongside.twin.engine.floor import Floor
from alongside.twin.engine.sending_people import try_to_send
from alongside.twin.planning import columns as c


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
