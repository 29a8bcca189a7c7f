"""GET /board.json and GET /stream/board: what one audience sees, whole and then as it changes."""

import asyncio
from urllib.parse import parse_qs

from alongside.server.site.deployment import Deployment
from alongside.server.site.feed.audience import Audience
from alongside.server.site.feed.frames import snapshot
from alongside.server.site.knowing import audience_of
from alongside.server.site.thin.guard import admit
from alongside.server.site.thin.http import SAFE, Http
from alongside.server.site.thin.reader import Reader

RESET = b"event: reset\ndata: {}\n\n"
START = [(b"content-type", b"text/event-stream; charset=utf-8"), (b"cache-control", b"no-store"), (b"x-accel-buffering", b"no"), *SAFE]


async def serve_board(deployment: Deployment, http: Http) -> None:
    """Everything, with the position to go on from."""
    asker = await admit(deployment, http, "board")
    if asker is None:
        return
    feed = deployment.feed
    whole = snapshot(feed.view(http.language), feed.audience(audience_of(feed.board, asker.actor)), deployment.clock.now(), feed.late)
    await http.json(200, {**whole, "speed": deployment.clock.speed, "epoch": deployment.ledger.epoch})


async def serve_stream(deployment: Deployment, http: Http) -> None:
    """Changes as they happen, exactly from the position named."""
    asker = await admit(deployment, http, "stream_board")
    if asker is None:
        return
    feed, epoch = deployment.feed, deployment.sittings.watch.number
    audience = feed.audience(audience_of(feed.board, asker.actor))
    await http.send({"type": "http.response.start", "status": 200, "headers": START})
    after = position_asked(http, audience)
    if after is None:
        await http.send({"type": "http.response.body", "body": RESET})
        return
    reader = Reader(deployment, http, audience, after, asker.actor, epoch)
    gone = asyncio.ensure_future(_wait_until_gone(http))
    feed.readers[reader] = None
    try:
        with deployment.sittings.held(asker.actor.seat):
            await reader.begin()
            await asyncio.wait({gone, reader.ended}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        del feed.readers[reader]
        gone.cancel()
    await http.send({"type": "http.response.body", "body": b""})
    if reader.ended.done():
        reader.ended.result()  # raises what went wrong while it was told


def position_asked(http: Http, audience: Audience) -> int | None:
    """Where to go on: ``Last-Event-ID``, else ``?after=``, else now; None where that can no longer be told exactly."""
    query = parse_qs(http.scope.get("query_string", b"").decode("latin-1"))
    asked = http.headers.get("last-event-id") or (query.get("after") or [""])[0]
    if not asked:
        return audience.position
    return int(asked) if asked.isdecimal() and len(asked) < 19 and audience.can_resume(int(asked)) else None


async def _wait_until_gone(http: Http) -> None:
    while (await http.receive())["type"] != "http.disconnect":
        continue
