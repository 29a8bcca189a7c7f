"""What happens when the server begins and ends."""

import asyncio
import sys

from alongside.server.people.aside import do_aside
from alongside.server.site.beside import start_runners
from alongside.server.site.deployment import get_deployment, set_deployment
from alongside.server.site.opening import open_deployment
from alongside.server.site.options import read_options
from alongside.server.site.pulse import begin_telling
from alongside.server.site.welcome import welcome

_tasks: list["asyncio.Task[None]"] = []


async def begin() -> None:
    """Open everything, start what runs beside, say where to go."""
    loop = asyncio.get_running_loop()
    deployment = await do_aside(open_deployment, read_options(), loop)
    set_deployment(deployment)
    await do_aside(start_runners, deployment)
    _tasks.extend(begin_telling(deployment))
    sys.stdout.write(await do_aside(welcome, deployment))
    sys.stdout.flush()


async def end() -> None:
    """Let readers go, finish what waits, close the databases."""
    for task in _tasks:
        task.cancel()
    deployment = get_deployment()
    deployment.feed.close()
    set_deployment(None)
    await do_aside(deployment.close)
