"""The world of this deployment: where its living city is lived, and where whoever plans begins. One for both."""

from pathlib import Path

from msgspec.structs import replace as with_other

from alongside.library.programs import Profile
from alongside.roads.travel import RoadTravel
from alongside.server.site.options import Options
from alongside.twin.planning.livable import must_be_livable
from alongside.twin.planning.world import Mistake, PlanningWorld, read_world
from alongside.twin.planning.wrong import Complaint
from alongside.twin.today.keeping import open_today
from alongside.twin.today.offset import east_of
from alongside.twin.world.numbers import load_world


def open_own(options: Options, profile: Profile, travel: RoadTravel, at: int) -> PlanningWorld:
    """The world it was started in, by the wall clock of that time (ms UTC); usually that of its own figures. Raises planning's ``Mistake``
    for a file that is none, or that this program cannot be lived in."""
    worlds = options.data / "plan" / "worlds"
    if not options.world:
        return open_today(worlds, profile, travel, load_world(), at)
    path = find_file(worlds, options.world)
    if path is None:
        raise Mistake(options.world, Complaint("world_missing"))
    world = with_other(read_world(path), east_ms=east_of(profile.area.zone, at), yearly=0.0)  # lived in as it stands
    must_be_livable(world, profile.rules, profile.area.bounds)
    return world


def find_file(worlds: Path, said: str) -> Path | None:
    """A file, or the fitted world of that name."""
    fitted = worlds / "fitted"
    found = (one for one in (Path(said), fitted / f"{said}.json") if one.is_file())
    return next(found, None)
