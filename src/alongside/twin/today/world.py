"""The planning world of a deployment: the living city's figures, over the area's roads, with the program's facilities as doors."""

from alongside.library.programs.profile import Profile
from alongside.roads.travel import RoadTravel
from alongside.twin.draw import Dice
from alongside.twin.planning.world import DAYPARTS, WEEK_HOURS, PlanningWorld
from alongside.twin.today.doors import doors_of, list_doors
from alongside.twin.today.drives import measure_drives
from alongside.twin.today.durations import list_durations
from alongside.twin.today.kinds import list_kinds
from alongside.twin.today.offset import east_of
from alongside.twin.today.places import list_places
from alongside.twin.world.numbers import World
from alongside.twin.world.opening import make_contents, make_whereabouts

SEED = 1


def world_of(profile: Profile, travel: RoadTravel, numbers: World, start: int) -> PlanningWorld:
    """What the living city draws from, as data. ``start`` (ms UTC): the wall clock of that day holds for the whole world.

    Left out, because planning does not know it: duplicates that are linked, warm transfers to partners, legal holds, doors that close.
    """
    dice = Dice(SEED)
    kinds = list_kinds(make_contents(profile, dice, numbers))
    facilities = list_doors(profile)
    posts = [post.spot for post in profile.area.posts if any(unit.post == post.id for unit in profile.units)]
    places = list_places(make_whereabouts(profile, travel, dice, numbers), [*posts, *(one.spot for one in facilities)])
    drives = measure_drives(travel, places)
    share = tuple(one.weight for one in places.sources) + (0.0,) * len(places.others)
    return PlanningWorld(
        name="today", source=f"{profile.rules.program.id}, {profile.area.name}", east_ms=east_of(profile.area.zone, start),
        places=tuple((spot.lat, spot.lon) for spot in places.spots), weekly=weekly(numbers), where=(share,) * DAYPARTS,
        kinds=kinds, bands=(0,) * WEEK_HOURS, drives=(drives.normal,), lights_permille=drives.lights_permille,
        durations=list_durations(numbers), reached=numbers.attempts["seen"] + numbers.attempts["spoke"],
        phone_resolves=numbers.chances["phone_resolves"], doors=doors_of(facilities, places, 1 - numbers.chances["facility_declines"]),
    )  # fmt: skip


def weekly(numbers: World) -> tuple[float, ...]:
    """Calls expected in each local hour of the week, Monday 0:00 first."""
    return tuple(numbers.mean_calls(hour // 24, hour % 24) for hour in range(WEEK_HOURS))
