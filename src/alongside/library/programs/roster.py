"""Reads the roster: invented people and the units they crew. A unit that could not be what it says is refused."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from alongside.core.dispatch.crew import acts_as
from alongside.core.intake.protocol import Hours
from alongside.core.party import Member
from alongside.core.rules import Program
from alongside.library.areas import Area
from alongside.library.hours import read_hours
from alongside.library.programs.profile import RosterUnit, Staff
from alongside.library.shape import Part

STAFF_FIELDS = ("name", "role", "agency", "languages", "certificates", "seat", "demo", "supervisor")
UNIT_FIELDS = ("call_sign", "crew", "agency", "post", "members", "vehicle", "shift")


class Around(NamedTuple):
    """What a roster may refer to."""

    program: Program
    agencies: Collection[str]
    certificates: Collection[str]
    home: Area  # whose posts and facilities the roster names
    hours: Mapping[str, tuple[Hours, ...]]


class Roster(NamedTuple):
    """People and units."""

    staff: tuple[Staff, ...]
    units: tuple[RosterUnit, ...]

    def based_at(self, posts: Sequence[str]) -> "Roster":
        """The same people and units, based one after the other at these posts; an area without posts leaves them without one."""
        drives = [unit for unit in self.units if unit.post]
        given = {unit.id: posts[place % len(posts)] if posts else "" for place, unit in enumerate(drives)}
        return Roster(self.staff, tuple(replace(unit, post=given.get(unit.id, "")) for unit in self.units))


def read_roster(part: Part, around: Around) -> Roster:
    """The program's ``roster.yaml``."""
    part.only("staff", "units")
    names = [name for name, _ in part.mapping("units")]
    seats = {*(desk.id for desk in around.program.desks), *names, *(facility.id for facility in around.home.facilities)}
    staff = {name: _read_staff(name, below, around, seats) for name, below in part.mapping("staff")}
    units = tuple(_read_unit(name, below, around, staff) for name, below in part.mapping("units"))
    _check_interns(part, staff)
    _check_call_signs(part, units)
    _check_desks(part, around, staff)
    return Roster(tuple(staff.values()), units)


def _read_staff(name: str, part: Part, around: Around, seats: Collection[str]) -> Staff:
    part.only(*STAFF_FIELDS)
    return Staff(
        id=name,
        name=part.text("name"),
        role=part.code("role", around.program.roles),
        agency=part.code("agency", around.agencies),
        languages=part.codes("languages", default=("en",)),
        certificates=part.codes("certificates", around.certificates),
        seat=part.code("seat", seats, ""),
        demo=part.flag("demo"),
        supervisor=part.text("supervisor", ""),
    )


def _read_unit(name: str, part: Part, around: Around, staff: Mapping[str, Staff]) -> RosterUnit:
    part.only(*UNIT_FIELDS)
    crew = part.code("crew", around.program.crews)
    unit = RosterUnit(
        id=name,
        call_sign=part.text("call_sign"),
        crew_kind=crew,
        agency=part.code("agency", around.agencies),
        post="" if around.program.crews[crew].remote else part.code("post", [post.id for post in around.home.posts]),
        members=part.codes("members", staff),
        vehicle=part.text("vehicle", ""),
        shift=read_hours(part, "shift"),
    )
    _check_unit(part, unit, around, staff)
    return unit


def _check_unit(part: Part, unit: RosterUnit, around: Around, staff: Mapping[str, Staff]) -> None:
    """The people aboard must make it what it says, its post must take it, and its shift lie within the crew's hours."""
    kinds = next((post.kinds for post in around.home.posts if post.id == unit.post), ())
    if kinds and unit.crew_kind not in kinds:
        raise part.mistake(f"the post “{unit.post}” takes {', '.join(kinds)} only", "post")
    aboard = tuple(Member(id, staff[id].role, staff[id].certificates, staff[id].languages) for id in unit.members)
    found = acts_as(around.program, unit.crew_kind, aboard)
    if found != unit.crew_kind:
        made = f"make it {found}" if found else "may not be sent at all"
        raise part.mistake(f"these people {made}, not {unit.crew_kind}: see what that kind of crew needs", "members")
    open_hours = around.hours.get(unit.crew_kind, ())
    if open_hours and not all(_within(minute, unit, open_hours) for minute in range(0, 7 * 1440, 15)):
        raise part.mistake(f"the shift goes beyond the hours of {unit.crew_kind}", "shift")


def _within(minute: int, unit: RosterUnit, open_hours: tuple[Hours, ...]) -> bool:
    weekday, at = divmod(minute, 1440)
    return not unit.is_on_duty(weekday, at) or any(hours.includes(weekday, at) for hours in open_hours)


def _check_interns(part: Part, staff: Mapping[str, Staff]) -> None:
    """Somebody in training works under a clinician of this roster, who signs what they write."""
    clinicians = {id for id, one in staff.items() if one.role == "clinician"}
    for one in staff.values():
        if one.role == "intern" and one.supervisor not in clinicians:
            raise part.mistake(f"{one.id} is an intern; name the clinician they work under with “supervisor: …”", "staff", one.id)


def _check_call_signs(part: Part, units: tuple[RosterUnit, ...]) -> None:
    for index, unit in enumerate(units):
        if any(unit.call_sign == other.call_sign for other in units[:index]):
            raise part.mistake(f"the call sign {unit.call_sign} is given twice; keep one", "units", unit.id, "call_sign")


def _check_desks(part: Part, around: Around, staff: Mapping[str, Staff]) -> None:
    """Responsibility attaches to a staffed position: a desk nobody sits at cannot answer a first ring."""
    taken = {one.seat for one in staff.values()}
    for desk in around.program.desks:
        if desk.id not in taken:
            raise part.mistake(f"nobody sits at the desk “{desk.id}”; give it to somebody with “seat: {desk.id}”", "staff")
