"""Today's world kept beside the data it came from: made once, read again as long as nothing it rests on has changed."""

from pathlib import Path

from alongside.library.programs.profile import Profile
from alongside.roads.travel import RoadTravel
from alongside.twin.planning.content_mark import mark_of
from alongside.twin.planning.world import Mistake, PlanningWorld, read_world, save_world
from alongside.twin.today.offset import east_of
from alongside.twin.today.world import world_of
from alongside.twin.world.numbers import World

_made: dict[str, PlanningWorld] = {}
VERSION = 2  # raised when the same figures give another world


def open_today(folder: Path, profile: Profile, travel: RoadTravel, numbers: World, start: int) -> PlanningWorld:
    """The world of :func:`world_of`, from ``folder`` where the same was made before; a file that cannot be read is made anew."""
    path = folder / f"today-{_mark(profile, travel, numbers, start)}.json"
    if path.exists():
        try:
            return read_world(path)
        except Mistake:
            path.unlink(missing_ok=True)
    made = world_of(profile, travel, numbers, start)
    folder.mkdir(parents=True, exist_ok=True)
    save_world(made, path)
    return made


def make_today(profile: Profile, travel: RoadTravel, numbers: World, start: int = 0) -> PlanningWorld:
    """The same, made once in a process and kept nowhere."""
    mark = _mark(profile, travel, numbers, start)
    if mark not in _made:
        _made[mark] = world_of(profile, travel, numbers, start)
    return _made[mark]


def _mark(profile: Profile, travel: RoadTravel, numbers: World, start: int) -> str:
    told = (VERSION, profile.rules.hash, profile.area, profile.units, travel.version, numbers, east_of(profile.area.zone, start))
    return mark_of(told)
