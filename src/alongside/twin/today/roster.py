"""The units of a deployment as planning moves them about: posts, people aboard, shifts, as its own roster has them."""

from collections.abc import Mapping

from alongside.core.intake.protocol import Hours
from alongside.core.party import Member
from alongside.core.travel import Spot
from alongside.library.programs.profile import Profile, RosterUnit
from alongside.twin.planning.near import nearest
from alongside.twin.planning.roster import PlannedUnit, Shift
from alongside.twin.planning.world import PlanningWorld

DAY_HOURS, DAY_MINUTES = 24, 1440


def units_of(profile: Profile, world: PlanningWorld) -> tuple[PlannedUnit, ...]:
    """Every unit of the program's roster, by its id, at the place nearest to its post; around the clock where it has no shift."""
    posts = {post.id: post.spot for post in profile.area.posts}
    return tuple(planned(profile, unit, world, posts) for unit in profile.units)


def planned(profile: Profile, unit: RosterUnit, world: PlanningWorld, posts: Mapping[str, Spot]) -> PlannedUnit:
    """One of them. Who holds a certificate is named first: a roster in planning knows those of the first aboard."""
    aboard = sorted(profile.list_members(unit), key=lambda one: not one.certificates)
    return PlannedUnit(
        name=unit.id, crew_kind=unit.crew_kind, post=place_of(unit, world, posts), members=tuple(named(one) for one in aboard),
        shifts=tuple(shift for hours in unit.shift for shift in shifts_of(hours)), certificates=aboard[0].certificates if aboard else (),
    )  # fmt: skip


def place_of(unit: RosterUnit, world: PlanningWorld, posts: Mapping[str, Spot]) -> int:
    """The index of the place nearest to its post; a crew that never drives is at the first."""
    if unit.post not in posts:
        return 0
    return nearest(tuple(Spot(*place) for place in world.places), posts[unit.post])


def named(one: Member) -> tuple[str, str, tuple[str, ...]]:
    return (one.staff, one.role, one.languages)


def shifts_of(hours: Hours) -> list[Shift]:
    """A shift for each of its weekdays; one past midnight belongs to the day it begins on."""
    lasts = (hours.until_minute - hours.from_minute) % DAY_MINUTES or DAY_MINUTES
    return [Shift(day * DAY_HOURS + hours.from_minute / 60, lasts / 60) for day in sorted(hours.weekdays)]
