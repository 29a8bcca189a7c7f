"""Today's world kept beside the data it came from: made once, read again as long as nothing it rests on has changed."""

from pathlib import Path

from alongside.library.programs.profile import Profile
from alongside.roads.travel import RoadTravel
from alongside.twin.planning.content_mark import mark_of
from alongside.twin.planning.world import Mistake, PlanningWorld, read_world, save_world
from alongside.twin.today.offset import east_of
from alongside.twin.today.world import world_of
from alongside.twin.world.numbers import World

VERSION = 1  # raised when the same figures give another world


def open_today(folder: Path, profile: Profile, travel: RoadTravel, numbers: World, start: int) -> PlanningWorld:
    """The world of :func:`world_of`, from ``folder`` where the same was made before; a file that cannot be read is made anew."""
    told = (VERSION, profile.rules.hash, profile.area, profile.units, travel.version, numbers, east_of(profile.area.zone, start))
    path = folder / f"today-{mark_of(told)}.json"
    if path.exists():
        try:
            return read_world(path)
        except Mistake:
            path.unlink(missing_ok=True)
    made = world_of(profile, travel, numbers, start)
    folder.mkdir(parents=True, exist_ok=True)
    save_world(made, path)
    return made
