"""The application this process serves: a few thin routes, and Django for everything else."""

import gc
import logging
import os
from collections.abc import Awaitable, Callable, Mapping

from alongside.server.site.own_sqlite import swap

swap()
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.server.site.settings")

import django  # noqa: E402  (the engine must be swapped before Django loads its backends)

django.setup()

from alongside.server.site.life import begin, end  # noqa: E402
from alongside.server.site.said_plainly import SENTENCES  # noqa: E402
from alongside.server.site.thin.http import Receive, Scope, Send  # noqa: E402
from alongside.server.site.thin.router import route  # noqa: E402

log = logging.getLogger(__name__)
Life = Callable[[], Awaitable[None]]
LIFE: Mapping[str, tuple[Life, str]] = {"lifespan.startup": (begin, "startup"), "lifespan.shutdown": (end, "shutdown")}


async def app(scope: Scope, receive: Receive, send: Send) -> None:
    """Every message of the ASGI server comes here."""
    if scope["type"] == "lifespan":
        await live(receive, send)
    elif scope["type"] == "http":
        await route(scope, receive, send)


async def live(receive: Receive, send: Send) -> None:
    """Open the deployment before the first request, close it after the last."""
    for _ in LIFE:
        work, name = LIFE[(await receive())["type"]]
        try:
            await work()
        except Exception as failure:  # noqa: BLE001  (the ASGI server must be told, whatever it was)
            log.error("%s failed: %s", name, failure, exc_info=not isinstance(failure, SENTENCES))
            await send({"type": f"lifespan.{name}.failed", "message": str(failure)})
            return
        spare_what_stays()
        await send({"type": f"lifespan.{name}.complete"})


def spare_what_stays() -> None:
    """Programs, roads and the board of an old ledger live as long as the server: the collector need not look through them anew."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)  # a frame to hundreds of readers makes thousands of short-lived things
