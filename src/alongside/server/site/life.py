"""What happens when the server begins and ends."""

import asyncio
import sys

from alongside.ledger.timers import Timers
from alongside.server.programs.duty import come_on_duty
from alongside.server.site.deployment import Deployment, get_deployment, set_deployment
from alongside.server.site.health import SYNTHETIC_EVERY_S, try_a_call
from alongside.server.site.living_city import STEP_S
from alongside.server.site.opening import open_deployment
from alongside.server.site.options import read_options
from alongside.server.site.pulse import begin_telling
from alongside.server.site.runners import Runner
from alongside.server.site.welcome import welcome

ROSTER_EVERY_S = 30.0
_tasks: list["asyncio.Task[None]"] = []


async def begin() -> None:
    """Open everything, start what runs beside, say where to go."""
    loop = asyncio.get_running_loop()
    deployment = await asyncio.to_thread(open_deployment, read_options(), loop)
    set_deployment(deployment)
    await asyncio.to_thread(start_runners, deployment)
    _tasks.extend(begin_telling(deployment))
    sys.stdout.write(await asyncio.to_thread(welcome, deployment))
    sys.stdout.flush()


def start_runners(deployment: Deployment) -> None:
    """Timers; in a demo the living city, or at least the roster."""
    runners, ledger = deployment.runners, deployment.ledger
    if deployment.replay:  # its own timers run with the day
        runners.append(deployment.replay.start())
        return
    if deployment.city:
        runners.append(Runner("living city", deployment.city.live, STEP_S).start())
    elif deployment.is_demo:
        come_on_duty(ledger, deployment.profile, deployment.clock.now())
        runners.append(Runner("roster", lambda: come_on_duty(ledger, deployment.profile, deployment.clock.now()), ROSTER_EVERY_S).start())
    runners.append(Runner("synthetic call", lambda: try_a_call(deployment), SYNTHETIC_EVERY_S).start())
    runners.append(Timers(ledger, deployment.clock.now))


async def end() -> None:
    """Let readers go, finish what waits, close the databases."""
    for task in _tasks:
        task.cancel()
    deployment = get_deployment()
    deployment.feed.close()
    set_deployment(None)
    await asyncio.to_thread(deployment.close)
