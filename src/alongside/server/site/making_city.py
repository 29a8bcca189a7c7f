"""The living city of a demo, in the world it was started in."""

from collections.abc import Callable

from alongside.library.programs import Profile
from alongside.server.site.living_city import LivingCity
from alongside.server.site.options import Options
from alongside.server.site.own_world import open_own
from alongside.server.site.stores import Stores
from alongside.twin.city import City


def make_city(stores: Stores, profile: Profile, options: Options, human_seats: Callable[[], frozenset[str]]) -> LivingCity:
    """The people of the demo."""
    world = open_own(options, profile, stores.travel, stores.clock.now())
    return LivingCity(stores, City(profile, stores.travel, world=world, demand=options.calls), human_seats)
