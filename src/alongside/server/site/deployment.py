"""The one deployment this process serves: ledger, rules, roads, clock, feed, positions, vault, sessions."""

from dataclasses import dataclass, field

from alongside.core.board import Board
from alongside.ledger.health import Health
from alongside.library.programs import Profile
from alongside.server.people.sittings import Sittings
from alongside.server.site.feed.feed import Feed
from alongside.server.site.living_city import LivingCity
from alongside.server.site.names import Names
from alongside.server.site.options import Options
from alongside.server.site.rows import View
from alongside.server.site.runners import NOBODY_LOOKS, Compares, Playing, Scanner, Signing, Stoppable
from alongside.server.site.stores import Stores


@dataclass
class Deployment(Stores):
    """Made once by ``opening.open_deployment``; pages reach it through :func:`get_deployment`. What it keeps on disk is in ``Stores``."""

    options: Options
    profile: Profile
    names: Names
    sittings: Sittings
    feed: Feed
    city: LivingCity | None = None
    replay: Playing | None = None  # a recorded day that is played while people look on
    synthetic: Health = Health("", 0, 0, 0.0)  # how the last synthetic call went
    keeper: Signing | None = None  # signs the heads of the audit
    scanner: Scanner = NOBODY_LOOKS  # looks at photos and scans before they are kept, where the agency has one
    comparing: Compares | None = None  # compares records where somebody asked for it
    runners: list[Stoppable] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Organizations of the directory have names, too."""
        self.names.listed = lambda id: self.directory.page().name_of(id)

    def view(self, board: Board, language: str) -> View:
        """What rows and sentences are made from."""
        return View(board, self.rules, self.names, language, self.spots.find)

    def close(self) -> None:
        """Stop the runners, then let go of the databases."""
        for runner in self.runners:
            runner.stop()
        if self.keeper is not None:
            self.keeper.sign(self.clock.now())
        self.sittings.watch.stop()
        super().close()


_here: list[Deployment] = []


def get_deployment() -> Deployment:
    """The deployment this process serves. Raises ``LookupError`` before it was opened."""
    if not _here:
        raise LookupError("no deployment is open in this process: pages are served by alongside.server.up")
    return _here[0]


def set_deployment(deployment: Deployment | None) -> None:
    """Open for business, or closed."""
    _here[:] = [deployment] if deployment else []
