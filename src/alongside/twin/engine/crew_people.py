"""Crews of a planning world: acknowledge, drive, find or do not find the person, are with them, and leave when that is over."""

from collections.abc import Callable, Mapping

from alongside.core.codes import AssignmentStatus as A
from alongside.twin.engine import naming, outcomes, state, taking_people
from alongside.twin.engine.crew_acts import after, free_others, is_remote, report, settle, then
from alongside.twin.engine.floor import Floor, Job, Way
from alongside.twin.planning import columns as c
from alongside.twin.planning.reading import of_engaged


def step(floor: Floor, index: int) -> None:
    """Whatever this assignment does next; nothing where it was called off meanwhile."""
    job = floor.jobs[index]
    following, job.next = job.next, state.NOTHING
    if following != state.NOTHING:
        DOES[following](floor, index, job)


def acknowledges(floor: Floor, index: int, job: Job) -> None:
    """They have it. A crew on the phone speaks with the person next; a second one on the phone is only at hand."""
    report(floor, index, A.ACKNOWLEDGED)
    if is_remote(floor, job):
        if job.lead:
            then(floor, index, state.MEETS, floor.drawn(job.incident, c.CONTACT + job.turn % c.TURNS))
        return
    then(floor, index, state.LEAVES, floor.drawn(job.incident, c.TURNOUT + job.turn % c.TURNS))


def leaves(floor: Floor, index: int, job: Job) -> None:
    """On the way; chance makes the drive longer or shorter than the roads say."""
    report(floor, index, A.ENROUTE)
    takes = job.drive_ms * floor.drawn(job.incident, c.DRIVE + job.turn % c.TURNS) // 1000
    floor.ways[job.unit] = Way(floor.ways[job.unit].here, floor.drawn(job.incident, c.PLACE), floor.now, takes)
    then(floor, index, state.ARRIVES, takes)


def arrives(floor: Floor, index: int, job: Job) -> None:
    """There. Whoever leads looks for the person; whoever came along stands by."""
    report(floor, index, A.ON_SCENE)
    floor.ways[job.unit] = Way(floor.drawn(job.incident, c.PLACE), floor.drawn(job.incident, c.PLACE))
    if not job.lead:
        return
    if floor.drawn(job.incident, c.END) == c.NOT_FOUND:
        then(floor, index, state.CONCLUDES, floor.drawn(job.incident, c.LOOK))
        return
    then(floor, index, state.MEETS, floor.drawn(job.incident, c.CONTACT + job.turn % c.TURNS))


def meets(floor: Floor, index: int, job: Job) -> None:
    """With the person: the crew is responsible."""
    report(floor, index, A.WITH_PERSON)
    then(floor, index, state.CONCLUDES, floor.drawn(job.incident, c.BY_PHONE if is_remote(floor, job) else c.SCENE))


def concludes(floor: Floor, index: int, job: Job) -> None:
    """What came of it; whoever came along is free, and the crew itself after its notes, or after a door."""
    outcome = outcome_of(floor, job)
    free_others(floor, index, job)
    if outcome == outcomes.TAKEN_ALONG:
        taking_people.begin(floor, index, job)
        return
    settle(floor, job.incident, outcome)
    then(floor, index, state.CLEARS, floor.drawn(job.incident, c.WRAP))


def outcome_of(floor: Floor, job: Job) -> int:
    """What chance says, as far as this crew can do it."""
    end, drawn = floor.drawn(job.incident, c.END), floor.drawn(job.incident, c.OUTCOME)
    able = floor.board.units.reach(naming.unit(job.unit)).capabilities
    if is_remote(floor, job):
        return outcomes.BY_PHONE if floor.drawn(job.incident, c.PHONE_RESOLVES) else outcomes.REFERRED
    if end == c.NOT_FOUND:
        return outcomes.NOT_FOUND
    if end == c.DECLINED:
        return outcomes.DECLINED
    return of_engaged(drawn, able)


def clears(floor: Floor, index: int, job: Job) -> None:
    """Free; promises are taken on by the desk a while later."""
    report(floor, index, A.CLEARED)
    after(floor, job)


def hands_over(floor: Floor, index: int, job: Job) -> None:
    """At the door."""
    taking_people.hand_over(floor, index, job)
    after(floor, job)


DOES: Mapping[int, Callable[[Floor, int, Job], None]] = {
    state.ACKNOWLEDGES: acknowledges, state.LEAVES: leaves, state.ARRIVES: arrives, state.MEETS: meets, state.CONCLUDES: concludes,
    state.CLEARS: clears, state.ANSWERED: taking_people.answered, state.AT_DOOR: taking_people.arrive, state.HANDS_OVER: hands_over,
}  # fmt: skip
