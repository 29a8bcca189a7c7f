"""Once a second every reader looks: for positions that moved, for a heartbeat, for whether it is still signed in."""

import asyncio

from alongside.server.site.deployment import Deployment
from alongside.server.site.feed.telling import tell_all

EVERY_S = 1.0


async def pulse(deployment: Deployment) -> None:
    """Runs until the server ends."""
    while True:
        await asyncio.sleep(EVERY_S)
        deployment.feed.beat(deployment.spots.take_moved())


def begin_telling(deployment: Deployment) -> list["asyncio.Task[None]"]:
    """The pulse, and the one task that tells every reader."""
    return [asyncio.create_task(pulse(deployment)), asyncio.create_task(tell_all(deployment.feed))]
