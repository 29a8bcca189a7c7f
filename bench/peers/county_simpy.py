"""The county in SimPy: calls, crews, desk, doors and shifts as processes, told in the rows of the live core's facts that say who is where.

It is written as a SimPy user would write it: each call a process that asks for a crew, is given one by the desk, and lives through what its
row of chances says. It is spared what the core also does: alarms, follow-ups, recommendations shown, who is responsible.
"""

from bisect import insort
from collections.abc import Iterator

import simpy

from alongside.twin.engine import outcomes as o
from alongside.twin.planning import columns as c
from alongside.twin.planning.calls import Calls
from bench.peers.county_desk import (
    County,
    Unit,
    Work,
    home,
    leave_if_over,
    outcome_of,
    report,
    reserve,
    send,
    serve,
    settle,
    sign_off,
    sign_on,
)
from bench.peers.county_plain import Chair, Plain, Row

Steps = Iterator[simpy.Event]


def run(plain: Plain, calls: Calls) -> list[Row]:
    """Every row, in order."""
    county = County(plain, calls, free=dict(plain.chairs))
    for number, (kind, skills, languages, post) in enumerate(plain.units):
        county.units.append(Unit(number, kind, skills, languages, post, post, post))
    for at, starts, number, ends_at in plain.shifts:
        county.env.process(shift(county, county.units[number], at - plain.start, starts, ends_at))
    county.env.process(ringing(county))
    county.env.run(until=plain.end - plain.start)
    return county.rows


def ringing(county: County) -> Steps:
    """Calls come at their times."""
    for index, at in enumerate(county.calls.rings.tolist()):
        yield county.env.timeout(at - county.env.now)
        county.env.process(call(county, index))


def shift(county: County, unit: Unit, at: int, starts: bool, ends_at: int) -> Steps:
    """On duty, or off it once nobody depends on the crew."""
    yield county.env.timeout(at)
    if starts and unit.on_duty:
        unit.next_ends_at = ends_at
    elif starts:
        sign_on(county, unit, ends_at)
        serve(county)
    elif unit.next_ends_at >= 0:
        unit.next_ends_at = -1
    elif unit.call < 0 and unit.charges == 0:
        sign_off(county, unit)
    else:
        unit.leaving = True
        county.tell("UnitOutOfService", unit.number, county.plain.words["shift_end"])


def call(county: County, index: int) -> Steps:
    """One call, from the first ring until the crew is free."""
    env, kind = county.env, county.plain.kinds[county.drawn(index, c.KIND)]
    county.tell("CallTaken", index, county.drawn(index, c.PLACE))
    yield env.timeout(county.drawn(index, c.TRIAGE))
    county.tell("LevelSet", index, int(kind.level))
    yield env.timeout(county.drawn(index, c.READY))
    if kind.level not in county.plain.levels:
        settle(county, index, kind.level, o.NOT_BEHAVIOURAL)
        return
    insort(county.waiting, (-int(kind.level), index))
    given = county.sent_to[index] = env.event()
    send(county, index)
    unit, job, drive = yield given
    yield from work(county, Work(index, kind.level, unit, job, drive))


def work(county: County, one: Work) -> Steps:
    """What a crew does with a call; every crew here leads."""
    unit, index, env = one.unit, one.call, county.env
    yield env.timeout(county.drawn(index, c.ACKNOWLEDGE))
    report(county, one, "acknowledged")
    if not unit.kind.remote:
        yield from goes(county, one)
    found = unit.kind.remote or county.drawn(index, c.END) != c.NOT_FOUND
    if found:
        yield env.timeout(county.drawn(index, c.CONTACT))
        report(county, one, "with_person")
        unit.charges += 1
    lasts = c.BY_PHONE if unit.kind.remote else c.SCENE if found else c.LOOK
    yield env.timeout(county.drawn(index, lasts))
    outcome = outcome_of(county, one)
    door = (yield from ask_doors(county, one)) if outcome == o.TAKEN_ALONG else None
    if door is not None:
        yield from takes_along(county, one, *door)
        return
    ends = settle(county, index, one.level, o.REFERRED if outcome == o.TAKEN_ALONG else outcome)
    unit.charges -= found and ends == "ended"
    yield env.timeout(county.drawn(index, c.WRAP))
    report(county, one, "cleared")
    if ends == "promised":
        env.process(taken_on(county, one, found))
    home(county, unit)


def goes(county: County, one: Work) -> Steps:
    """To the scene."""
    place = county.drawn(one.call, c.PLACE)
    yield county.env.timeout(county.drawn(one.call, c.TURNOUT))
    report(county, one, "enroute")
    takes = one.drive * county.drawn(one.call, c.DRIVE) // 1000
    one.unit.moves(one.unit.here, place, county.now, takes)
    yield county.env.timeout(takes)
    report(county, one, "on_scene", spot=place)
    one.unit.moves(place, place)


def ask_doors(county: County, one: Work) -> Iterator[simpy.Event]:
    """One place after another, until one says yes: it, and its reservation; None where there is none."""
    kind = county.plain.kinds[county.drawn(one.call, c.KIND)]
    for asked, door in enumerate(kind.doors[county.drawn(one.call, c.PLACE)]):
        chair = county.plain.doors[door]
        counted = county.free[chair.key] > 0
        if not counted and chair.may_decline:
            continue
        number = reserve(county, one, chair, counted)
        if not chair.may_decline:
            return door, number, counted
        yield county.env.timeout(county.drawn(one.call, c.ANSWER + asked % c.TURNS))
        if county.drawn(one.call, c.YES + asked % c.TURNS) < chair.yes:
            county.tell("AgreedToReceive", number, chair.facility, one.call)
            return door, number, counted
        county.tell("DeclinedToReceive", number, chair.facility, one.call, county.plain.words["full"])
        county.free[chair.key] += counted
    return None


def takes_along(county: County, one: Work, door: int, number: int, counted: bool) -> Steps:
    """To the door, and the hand-over there; the person stays a while."""
    unit, index, env, chair = one.unit, one.call, county.env, county.plain.doors[door]
    settle(county, index, one.level, o.TAKEN_ALONG)
    report(county, one, "transporting", chair.name)
    here = county.drawn(index, c.PLACE)
    takes = county.plain.drive_ms(here, chair.place, county.plain.normal, county.now) * county.drawn(index, c.DRIVE) // 1000
    unit.moves(here, chair.place, county.now, takes)
    yield env.timeout(takes)
    report(county, one, "at_place", chair.name, chair.place)
    unit.moves(chair.place, chair.place)
    yield env.timeout(county.drawn(index, c.DOOR if chair.may_decline else c.DOOR_EMERGENCY))
    county.tell("HandedOver", index, chair.facility, chair.service, number)
    report(county, one, "cleared", reason="handed_over")
    unit.charges -= 1
    env.process(stays(county, index, chair, counted))
    home(county, unit)


def stays(county: County, index: int, chair: Chair, counted: bool) -> Steps:
    """A chair is free again afterwards."""
    yield county.env.timeout(county.drawn(index, c.STAY if chair.may_decline else c.STAY_EMERGENCY))
    county.free[chair.key] = min(county.plain.chairs[chair.key], county.free[chair.key] + counted)
    county.tell("PersonReleased", index, chair.facility, county.plain.words["home"])


def taken_on(county: County, one: Work, found: bool) -> Steps:
    """The follow-up desk has the person now."""
    yield county.env.timeout(county.drawn(one.call, c.TAKEN))
    one.unit.charges -= found
    leave_if_over(county, one.unit)
