"""Stored timers: when one comes due, the clock asks like anybody else."""

import time

from alongside.core.clock import next_due
from alongside.core.promise.requests import Tick
from alongside.server.site.deployment import Deployment
from alongside.server.site.runners import Runner

LOOK_EVERY_S = 0.5
MOST_AT_ONCE = 200


class Timers:
    """Submits the ticks that are due; looks twice a second, so an alarm is never more than half a second late."""

    def __init__(self, deployment: Deployment) -> None:
        self.deployment = deployment
        self.runner = Runner("timers", self.look, LOOK_EVERY_S)

    def look(self) -> None:
        """Everything that is due now."""
        for _ in range(MOST_AT_ONCE):
            tick = self.find_due()
            if tick is None:
                return
            receipt = self.deployment.ledger.record(tick)
            if not receipt.granted and receipt.code != "clock_not_due":
                time.sleep(LOOK_EVERY_S)  # refused for another reason: do not ask in a circle

    def find_due(self) -> Tick | None:
        """The first tick whose time has come."""
        with self.deployment.ledger.board() as board:
            tick = next_due(board)
        return tick if tick and tick.due <= self.deployment.clock.now() else None
