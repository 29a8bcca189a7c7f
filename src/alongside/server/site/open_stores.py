"""Opens roads, ledger, vault and positions."""

from alongside.ledger.ledger import Ledger
from alongside.ledger.opening import open_ledger
from alongside.ledger.socket import Door, socket_path
from alongside.library.programs import Profile
from alongside.roads.opening import open_area
from alongside.roads.travel import RoadTravel
from alongside.server.records.opening import open_vault
from alongside.server.site.clock import Clock
from alongside.server.site.directory import offer_bundled, open_directory
from alongside.server.site.feed.spots import open_spots
from alongside.server.site.options import Options
from alongside.server.site.stores import Stores


def open_stores(options: Options, profile: Profile) -> Stores:
    """Everything on disk. Server time never stands before what the ledger already holds."""
    travel = open_area(profile.area, options.data / "roads")
    clock = Clock(options.speed)
    ledger = open_ledger(options.ledger, profile.rules, travel, genesis="live" if options.live else "demo", clock=clock.now)
    clock.catch_up(ledger.head.recorded_at)
    if not options.database:  # on SQLite this process alone writes: the command line asks through it
        ledger.at_the_end(Door(ledger, socket_path(options.data / "ledger.sqlite3")).close)
    return gather(options, travel, clock, ledger)


def gather(options: Options, travel: RoadTravel, clock: Clock, ledger: Ledger) -> Stores:
    """What goes with a ledger: its vault, and the positions beside it."""
    spots = open_spots(options.ledger, travel.snapper.snap_all)
    directory = open_directory(options.ledger)
    if ledger.genesis == "demo":
        offer_bundled(directory, ledger.guidance.rules.program.area, clock.now())
    return Stores(travel, clock, ledger, open_vault(ledger, options.ledger, options.data), spots, directory)
