"""The desk of a planning world: sends what the core recommends first; what cannot be sent waits, most urgent first, then oldest."""

from alongside.core.codes import Level, UnitService
from alongside.core.dispatch.facts import Option
from alongside.core.dispatch.recommend import recommend
from alongside.core.dispatch.requests import AssignUnit
from alongside.core.travel import Spot
from alongside.twin.engine import naming, state
from alongside.twin.engine.floor import Floor, Job, Way
from alongside.twin.planning import columns as c


def serve(floor: Floor) -> None:
    """Down the queue, as long as anybody is free."""
    for level in sorted(Level, reverse=True):
        for entry in [one for one in floor.waiting if one[0] == -level]:
            if not any(unit.service is UnitService.IN_SERVICE and not unit.assignments for unit in floor.board.units):
                return
            try_to_send(floor, entry[1])


def try_to_send(floor: Floor, index: int) -> None:
    """Send somebody; who was turned away for it waits again and is looked at next."""
    following: int | None = index
    while following is not None:
        following = send(floor, following)


def send(floor: Floor, index: int) -> int | None:
    """Send the first recommended; the need that lost the crew that was to meet the person for this, or None."""
    incident = floor.board.incidents.reach(naming.incident(index))
    floor.travel.now = floor.now
    positions = floor.positions()
    where = {name: Spot(lat, lon) for name, lat, lon in positions}
    advice = recommend(floor.board, incident, floor.scenario.rules, floor.travel, floor.now, where)
    first = next((option for option in advice.options if not option.also), None)
    leaving = leaves(first) if first else ""
    if first is None or (leaving and not floor.scenario.practice.reassigns):
        return None
    floor.waiting.remove((-int(floor.level(index)), index))
    displaced = waits_again(floor, leaving) if leaving else None
    assign(floor, index, first, positions, leaving, True)
    if floor.scenario.practice.sends_second:
        for option in advice.options:
            if option.also:
                assign(floor, index, option, floor.positions(), "", False)
    if displaced is not None:
        floor.wait(displaced)
    return displaced


def leaves(option: Option) -> str:
    """The assignment a unit would leave, or ""."""
    return next((dict(one.parameters)["assignment"] for one in option.reasons if one.code == "would_leave"), "")


def waits_again(floor: Floor, leaving: str) -> int | None:
    """The need that nobody is to meet any more once this crew is turned away. One that came along leaves a need that is still met, or that
    waits already; nobody is sent in its stead."""
    job = floor.jobs[int(leaving[1:])]
    return job.incident if job.lead else None


def assign(floor: Floor, index: int, option: Option, positions: tuple[tuple[str, int, int], ...], leaving: str, lead: bool) -> None:
    """One unit is on its way to know of it."""
    job, unit = len(floor.jobs), int(option.unit[1:])
    turn = len(floor.board.incidents.reach(naming.incident(index)).assignments)
    floor.ask(
        AssignUnit, assignment=naming.assignment(job), incident=naming.incident(index), unit=option.unit, positions=positions,
        leaving=leaving,
    )  # fmt: skip
    if leaving:
        floor.jobs[int(leaving[1:])].next = state.NOTHING
    here, kind = floor.ways[unit].at(floor.now), floor.scenario.rules.program.crews[option.crew_kind]
    drive = 0 if kind.remote else floor.travel.rows(kind.mode)[here][floor.drawn(index, c.PLACE)]
    floor.jobs.append(Job(index, unit, turn, lead, state.ACKNOWLEDGES, drive))
    floor.ways[unit] = Way(here, here)
    floor.agenda.put(floor.now + floor.drawn(index, c.ACKNOWLEDGE + turn % c.TURNS), state.STEP, job)
