"""What crews of a planning world do at more than one step: report, settle an outcome, free who came along, go home."""

from alongside.core.codes import AssignmentStatus as A
from alongside.core.codes import Disposition
from alongside.core.dispatch.requests import CancelAssignment, ReportStatus
from alongside.core.field.requests import RecordDisposition
from alongside.core.travel import Mode
from alongside.twin.engine import naming, outcomes, state
from alongside.twin.engine.duty_people import leave_if_over
from alongside.twin.engine.floor import Floor, Job, Way
from alongside.twin.planning import columns as c


def then(floor: Floor, index: int, what: int, after_ms: int) -> None:
    """What comes next, and when."""
    floor.jobs[index].next = what
    floor.agenda.put(floor.now + after_ms, state.STEP, index)


def report(floor: Floor, index: int, status: A, **more: object) -> None:
    """A step of the crew."""
    floor.ask(ReportStatus, assignment=naming.assignment(index), status=status, **more)


def is_remote(floor: Floor, job: Job) -> bool:
    """By phone or video."""
    return floor.scenario.rules.program.crews[floor.board.units.reach(naming.unit(job.unit)).acts_as].remote


def settle(floor: Floor, incident: int, outcome: int) -> None:
    """The outcome is recorded, with the promises that the policy makes of it."""
    rules, disposition = floor.scenario.rules, outcomes.DISPOSITIONS[outcome]
    level = floor.level(incident)
    made = [place for place, one in enumerate(rules.program.follow_ups) if disposition in one.after and level in one.levels]
    ids = tuple(naming.promise(len(floor.promises) + place) for place in range(len(made)))
    floor.promises += [(incident, rule) for rule in made]
    floor.ask(
        RecordDisposition, episode=naming.episode(incident), disposition=disposition, follow_ups=ids, signed_by=naming.SUPERVISOR,
        agency=rules.program.id if disposition is Disposition.ARRESTED else "",
    )  # fmt: skip


def free_others(floor: Floor, index: int, job: Job) -> None:
    """Nobody waits for a scene that is over: who is there clears, who is on the way is called off."""
    for id in floor.board.incidents.reach(naming.incident(job.incident)).assignments:
        other = int(id[1:])
        status = floor.board.assignments.reach(id).status
        if other == index or status in (A.CLEARED, A.CANCELLED):
            continue
        if status is A.ON_SCENE:
            report(floor, other, A.CLEARED)
        else:
            floor.ask(CancelAssignment, assignment=id, reason="not_needed")
        floor.jobs[other].next = state.NOTHING
        goes_home(floor, floor.jobs[other])


def goes_home(floor: Floor, job: Job) -> None:
    """Back to the post, free to be sent on the way; off duty where the shift is over."""
    if not is_remote(floor, job):
        here, post = floor.ways[job.unit].at(floor.now), floor.scenario.units[job.unit].post
        floor.travel.now = floor.now
        floor.ways[job.unit] = Way(here, post, floor.now, floor.travel.rows(Mode.NORMAL)[here][post])
    floor.came_free = True
    leave_if_over(floor, job.unit)


def after(floor: Floor, job: Job) -> None:
    """What follows the last step of the crew that led."""
    if floor.board.episodes.reach(naming.episode(job.incident)).follow_ups:
        floor.agenda.put(floor.now + floor.drawn(job.incident, c.TAKEN), state.TAKES_ON, job.incident)
    goes_home(floor, job)
