"""How the server is: age of the ledger's head, the last synthetic call, open streams, failures of what runs beside."""

from typing import Any

from alongside.server.site.deployment import Deployment
from alongside.server.site.runners import Runner


def look(deployment: Deployment) -> dict[str, Any]:
    """One look; ``well`` is False where an action would fail or a runner stands still."""
    head = deployment.ledger.head
    failing = [runner.name for runner in deployment.runners if isinstance(runner, Runner) and runner.is_failing]
    return {
        "well": not deployment.ledger.trouble and not failing,
        "trouble": deployment.ledger.trouble,
        "genesis": deployment.ledger.genesis,
        "epoch": deployment.ledger.epoch,
        "head": head.seq,
        "head_age_ms": max(0, deployment.clock.now() - head.recorded_at),
        "position": deployment.feed.audience("board").position,
        "readers": deployment.feed.readers,
        "failing": failing,
        "now": deployment.clock.now(),
        "speed": deployment.clock.speed,
    }
