"""The one deployment this process serves: ledger, rules, roads, clock, feed, positions, vault, sessions."""

from dataclasses import dataclass, field
from typing import Protocol

from alongside.core.board import Board
from alongside.core.rules import Rules
from alongside.ledger.health import Health
from alongside.ledger.ledger import Ledger
from alongside.library.programs import Profile
from alongside.roads.travel import RoadTravel
from alongside.server.people.sitting import Sittings
from alongside.server.records.vault import Vault
from alongside.server.site.clock import Clock
from alongside.server.site.feed.feed import Feed
from alongside.server.site.feed.spots import Spots
from alongside.server.site.living_city import LivingCity
from alongside.server.site.names import Names
from alongside.server.site.options import Options
from alongside.server.site.rows import View


class Stoppable(Protocol):
    """Something that runs beside requests."""

    def stop(self) -> None:
        """End it."""


@dataclass
class Deployment:
    """Made once by ``opening.open_deployment``; pages reach it through :func:`get_deployment`."""

    options: Options
    profile: Profile
    travel: RoadTravel
    clock: Clock
    ledger: Ledger
    spots: Spots
    names: Names
    sittings: Sittings
    feed: Feed
    vault: Vault
    city: LivingCity | None = None
    synthetic: Health = Health("", 0, 0, 0.0)  # how the last synthetic call went
    runners: list[Stoppable] = field(default_factory=list)

    @property
    def rules(self) -> Rules:
        """The rules in force."""
        return self.ledger.guidance.rules

    @property
    def is_demo(self) -> bool:
        """Whether this ledger is for trying things out."""
        return self.ledger.genesis == "demo"

    def view(self, board: Board, language: str) -> View:
        """What rows and sentences are made from."""
        return View(board, self.rules, self.names, language, self.spots.find)

    def close(self) -> None:
        """Stop the runners, then let go of the databases."""
        for runner in self.runners:
            runner.stop()
        self.sittings.watch.stop()
        self.spots.close()
        self.vault.close()
        self.ledger.close()


_here: list[Deployment] = []


def get_deployment() -> Deployment:
    """The deployment this process serves. Raises ``LookupError`` before it was opened."""
    if not _here:
        raise LookupError("no deployment is open in this process: pages are served by alongside.server.up")
    return _here[0]


def set_deployment(deployment: Deployment | None) -> None:
    """Open for business, or closed."""
    _here[:] = [deployment] if deployment else []
