"""Everything a deployment keeps on disk, and the roads it drives on."""

from collections.abc import Callable
from dataclasses import dataclass

from alongside.ledger.ledger import Ledger
from alongside.ledger.opening import open_ledger
from alongside.library.programs import Profile
from alongside.roads.opening import open_area
from alongside.roads.travel import RoadTravel
from alongside.server.records.opening import open_vault
from alongside.server.records.vault import Vault
from alongside.server.site.clock import Clock
from alongside.server.site.feed.spots import Spots, open_spots
from alongside.server.site.living_city import BUSY, LivingCity
from alongside.server.site.options import Options
from alongside.twin.city import City


@dataclass(frozen=True, slots=True)
class Stores:
    """Opened together, closed by the deployment."""

    travel: RoadTravel
    clock: Clock
    ledger: Ledger
    vault: Vault
    spots: Spots


def open_stores(options: Options, profile: Profile) -> Stores:
    """Roads, ledger, vault and positions. Server time never stands before what the ledger already holds."""
    travel = open_area(profile.area, options.data / "roads")
    clock = Clock(options.speed)
    ledger = open_ledger(options.ledger, profile.rules, travel, genesis="live" if options.live else "demo", clock=clock.now)
    clock.catch_up(ledger.head.recorded_at)
    return Stores(travel, clock, ledger, open_vault(ledger, options.ledger, options.data), open_spots(options.ledger))


def make_city(stores: Stores, profile: Profile, human_seats: Callable[[], frozenset[str]]) -> LivingCity:
    """The people of the demo."""
    city = City(profile, stores.travel, rate=BUSY)
    return LivingCity(stores.ledger, stores.vault, stores.spots, city, human_seats)
