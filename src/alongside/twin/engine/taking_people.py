"""Taking a person to a door: places are asked one after the other, the first yes is driven to, and the facility takes over."""

from alongside.core.codes import AssignmentStatus as A
from alongside.core.codes import ReservationStatus
from alongside.core.handoff.requests import AgreeToReceive, DeclineToReceive, HandOver, ReservePlace
from alongside.core.intake.requests import CloseIncident, RuleOutRedFlags
from alongside.core.rules import Facility
from alongside.core.travel import Mode
from alongside.twin.engine import naming, outcomes, state
from alongside.twin.engine.crew_acts import report, settle, then
from alongside.twin.engine.destinations import LEGAL, is_open
from alongside.twin.engine.floor import Floor, Job, Way
from alongside.twin.planning import columns as c
from alongside.twin.planning.reading import says_yes


def begin(floor: Floor, index: int, job: Job) -> None:
    """Every red flag is asked once more, then the first place."""
    floor.ask(RuleOutRedFlags, incident=naming.incident(job.incident), when="before_departure")
    ask_next(floor, index, job)


def ask_next(floor: Floor, index: int, job: Job) -> None:
    """The next door with a free chair, or one that turns nobody away; where there is none the person is referred instead."""
    ways = floor.door_order[floor.drawn(job.incident, c.KIND)][floor.drawn(job.incident, c.PLACE)]
    while job.asked < len(ways):
        job.door = ways[job.asked]
        facility, service = facility_of(floor, job.door)
        free = floor.board.places.reach(facility.id).free[service]
        if is_open(floor.rules, facility, service, floor.now) and (free > 0 or not facility.may_decline):
            reserve(floor, index, job, facility, service, free > 0)
            return
        job.asked += 1
    settle(floor, job.incident, outcomes.REFERRED)
    then(floor, index, state.CLEARS, floor.drawn(job.incident, c.WRAP))


def facility_of(floor: Floor, door: int) -> tuple[Facility, str]:
    """Whose door it is, and its service."""
    one = floor.scenario.world.doors[door]
    return floor.scenario.rules.facilities[one.facility], one.service


def reserve(floor: Floor, index: int, job: Job, facility: Facility, service: str, counted: bool) -> None:
    """A place is asked for. An emergency department needs no answer."""
    job.reservation = len(floor.reserved)
    floor.reserved.append((job.door, job.incident, counted))
    floor.ask(
        ReservePlace, reservation=naming.reservation(job.reservation), facility=facility.id, service=service,
        episode=naming.episode(job.incident), legal=LEGAL,
    )  # fmt: skip
    if facility.may_decline:
        then(floor, index, state.ANSWERED, floor.drawn(job.incident, c.ANSWER + job.asked % c.TURNS))
    else:
        depart(floor, index, job)


def answered(floor: Floor, index: int, job: Job) -> None:
    """Yes, and they leave; or no, and the next is asked. An answer that comes when the place is no longer kept is a no."""
    facility, _ = facility_of(floor, job.door)
    by, id = naming.ASKS._replace(seat=facility.id), naming.reservation(job.reservation)
    yes = says_yes(floor.row(job.incident), job.asked, floor.scenario.world.doors[job.door].yes)
    lapsed = floor.board.reservations.reach(id).status is ReservationStatus.LAPSED
    if not lapsed and yes:
        floor.settle(AgreeToReceive(id=floor.next_id(), by=by, reservation=id))
        depart(floor, index, job)
        return
    if not lapsed:
        floor.settle(DeclineToReceive(id=floor.next_id(), by=by, reservation=id, reason="full"))
    job.asked += 1
    ask_next(floor, index, job)


def depart(floor: Floor, index: int, job: Job) -> None:
    """The outcome is recorded and they drive."""
    facility, _ = facility_of(floor, job.door)
    settle(floor, job.incident, outcomes.TAKEN_ALONG)
    report(floor, index, A.TRANSPORTING, place=facility.id)
    here, there = floor.drawn(job.incident, c.PLACE), floor.scenario.world.doors[job.door].place
    takes = floor.travel.rows(Mode.NORMAL)[here][there] * floor.drawn(job.incident, c.DRIVE + job.turn % c.TURNS) // 1000
    floor.ways[job.unit] = Way(here, there, floor.now, takes)
    then(floor, index, state.AT_DOOR, takes)


def arrive(floor: Floor, index: int, job: Job) -> None:
    """At the door, and it takes as long as it takes."""
    facility, _ = facility_of(floor, job.door)
    there = floor.scenario.world.doors[job.door].place
    report(floor, index, A.AT_PLACE, place=facility.id, spot=floor.spot(there))
    floor.ways[job.unit] = Way(there, there)
    door = c.DOOR if facility.may_decline else c.DOOR_EMERGENCY
    then(floor, index, state.HANDS_OVER, floor.drawn(job.incident, door))


def hand_over(floor: Floor, index: int, job: Job) -> None:
    """The facility takes over; the person stays a while."""
    facility, service = facility_of(floor, job.door)
    floor.ask(
        HandOver, episode=naming.episode(job.incident), facility=facility.id, service=service,
        reservation=naming.reservation(job.reservation), legal=LEGAL, received_by=f"twin-{facility.id}",
    )  # fmt: skip
    floor.ask(CloseIncident, incident=naming.incident(job.incident), reason="handed_over")
    stay = c.STAY if facility.may_decline else c.STAY_EMERGENCY
    floor.taken_to[job.incident] = job.reservation
    floor.agenda.put(floor.now + floor.drawn(job.incident, stay), state.RELEASE, job.incident)
