"""The planning world of a deployment: the living city's figures, over the area's roads, with the program's facilities as doors."""

from datetime import datetime
from zoneinfo import ZoneInfo

from alongside.core.rules import Facility
from alongside.library.programs.profile import Profile
from alongside.roads.travel import RoadTravel
from alongside.twin.draw import Dice
from alongside.twin.engine.destinations import is_always
from alongside.twin.people.taking_along import BEDS_FOR_CRISIS
from alongside.twin.planning.world import DAYPARTS, WEEK_HOURS, Door, PlanningWorld
from alongside.twin.today.drives import measure_drives
from alongside.twin.today.durations import list_durations
from alongside.twin.today.kinds import list_kinds
from alongside.twin.today.places import Places, list_places
from alongside.twin.world.numbers import World
from alongside.twin.world.opening import make_callers

EVERYBODY = "voluntary"  # planning takes nobody anywhere against their will
SEED = 1


def world_of(profile: Profile, travel: RoadTravel, numbers: World, start: int) -> PlanningWorld:
    """What the living city draws from, as data. ``start`` (ms UTC): the wall clock of that day holds for the whole world.

    Left out, because planning does not know it: duplicates that are linked, warm transfers to partners, legal holds, doors that close.
    """
    callers = make_callers(profile, travel, Dice(SEED), numbers, 1.0)
    kinds = list_kinds(callers, callers.questions)
    facilities = list_doors(profile)
    posts = [post.spot for post in profile.area.posts if any(unit.post == post.id for unit in profile.units)]
    places = list_places(callers.places, [*posts, *(one.spot for one in facilities)])
    drives = measure_drives(travel, places)
    share = tuple(one.weight for one in places.sources) + (0.0,) * len(places.others)
    return PlanningWorld(
        name="today", source=f"{profile.rules.program.id}, {profile.area.name}", east_ms=east_of(profile.area.zone, start),
        places=tuple((spot.lat, spot.lon) for spot in places.spots), weekly=weekly(numbers), where=(share,) * DAYPARTS,
        kinds=kinds.kinds, bands=(0,) * WEEK_HOURS, drives=(drives.normal,), lights_permille=drives.lights_permille,
        durations=list_durations(numbers, kinds.hurried), reached=numbers.attempts["seen"] + numbers.attempts["spoke"],
        phone_resolves=numbers.chances["phone_resolves"], doors=doors_of(facilities, places, 1 - numbers.chances["facility_declines"]),
    )  # fmt: skip


def weekly(numbers: World) -> tuple[float, ...]:
    """Calls expected in each local hour of the week, Monday 0:00 first."""
    return tuple(numbers.mean_calls(hour // 24, hour % 24) for hour in range(WEEK_HOURS))


def east_of(zone: str, start: int) -> int:
    """How far this zone's clocks are ahead of UTC at that time, ms."""
    offset = datetime.fromtimestamp(start / 1000, ZoneInfo(zone)).utcoffset()
    return round(offset.total_seconds() * 1000) if offset else 0


def list_doors(profile: Profile) -> list[Facility]:
    """The facilities that a crew brings people to in a crisis, at any hour."""
    return [one for one in profile.rules.facilities.values() if is_door(one) and any(is_bed(one, at) for at in range(len(one.services)))]


def is_door(one: Facility) -> bool:
    """Of the network, and for people in crisis."""
    return not one.out_of_network and (one.kind in BEDS_FOR_CRISIS or not one.may_decline)


def is_bed(one: Facility, at: int) -> bool:
    """Whether this service takes anybody who comes of their own will, always."""
    service = one.services[at]
    return EVERYBODY in service.legal and not service.ward and is_always(service.hours or one.hours)


def doors_of(facilities: list[Facility], places: Places, yes: float) -> tuple[Door, ...]:
    """A door for each service."""
    return tuple(
        Door(facility=one.id, service=service.id, place=places.nearest(one.spot), yes=yes if one.may_decline else 1.0)
        for one in facilities
        for at, service in enumerate(one.services)
        if is_bed(one, at)
    )
