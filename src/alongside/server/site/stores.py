"""Everything a deployment keeps on disk, and the roads it drives on."""

from dataclasses import dataclass

from alongside.core.rules import Rules
from alongside.ledger.ledger import Ledger
from alongside.roads.travel import RoadTravel
from alongside.server.records.vault import Vault
from alongside.server.site.clock import Clock
from alongside.server.site.directory import Directory
from alongside.server.site.feed.spots import Spots


@dataclass
class Stores:
    """Opened together, closed together."""

    travel: RoadTravel
    clock: Clock
    ledger: Ledger
    vault: Vault
    spots: Spots
    directory: Directory

    @property
    def rules(self) -> Rules:
        """The rules in force now."""
        return self.ledger.guidance_at(self.clock.now()).rules

    @property
    def is_demo(self) -> bool:
        """Whether this ledger is for trying things out."""
        return self.ledger.genesis == "demo"

    def close(self) -> None:
        """Write what waits, then let go of the databases."""
        self.spots.close()
        self.directory.close()
        self.vault.close()
        self.ledger.close()
