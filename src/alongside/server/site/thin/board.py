"""GET /board.json and GET /stream/board: what one audience sees, whole and then as it changes."""

import asyncio
from urllib.parse import parse_qs

from alongside.core.party import Actor
from alongside.server.site.deployment import Deployment
from alongside.server.site.feed.audience import Audience
from alongside.server.site.feed.feed import Feed
from alongside.server.site.feed.frames import snapshot
from alongside.server.site.knowing import audience_of
from alongside.server.site.thin.guard import admit, find_asker
from alongside.server.site.thin.http import SAFE, Http

HEARTBEAT_TURNS = 15  # turns of the pulse, about a second each
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
    gone = asyncio.ensure_future(_wait_until_gone(http))
    feed.readers += 1
    try:
        with deployment.sittings.held(asker.actor.seat):
            await _tell(deployment, http, Reader(feed, audience, after, http.language, epoch, asker.actor), gone)
    finally:
        feed.readers -= 1
        gone.cancel()


def position_asked(http: Http, audience: Audience) -> int | None:
    """Where to go on: ``Last-Event-ID``, else ``?after=``, else now; None where that can no longer be told exactly."""
    query = parse_qs(http.scope.get("query_string", b"").decode("latin-1"))
    asked = http.headers.get("last-event-id") or (query.get("after") or [""])[0]
    if not asked:
        return audience.position
    return int(asked) if asked.isdecimal() and len(asked) < 19 and audience.can_resume(int(asked)) else None


class Reader:
    """One open stream: how far it was told, and what it is told next."""

    def __init__(self, feed: Feed, audience: Audience, position: int, language: str, epoch: int, actor: Actor) -> None:
        self.feed, self.audience, self.position, self.language, self.epoch = feed, audience, position, language, epoch
        self.actor = actor
        self.quiet = 0
        self.pulse = feed.pulse

    def next_bytes(self) -> bytes:
        """Frames and positions since the last time; a heartbeat after a long silence; b"" where there is nothing."""
        told = b""
        if self.audience.position > self.position:
            told = self.feed.frame(self.audience, self.position, self.language)
            self.position = self.audience.position
        if self.feed.pulse != self.pulse:
            self.pulse = self.feed.pulse
            self.quiet += 1
            told += self.feed.positions(self.audience)
        if told:
            self.quiet = 0
        elif self.quiet >= HEARTBEAT_TURNS:
            self.quiet, told = 0, b": still here\n\n"
        return told

    async def may_stay(self, deployment: Deployment, http: Http) -> bool:
        """Whether this reader is still who it was: not signed out, not moved to another seat, not off the unit."""
        epoch = deployment.sittings.watch.number
        if epoch != self.epoch:
            asker = await find_asker(deployment, http)
            if asker is None:
                return False
            self.epoch, self.actor = epoch, asker.actor
        return audience_of(self.feed.board, self.actor) == self.audience.key

    @property
    def is_too_slow(self) -> bool:
        """Whether what this reader has not been told is no longer kept: it must ask for everything anew."""
        return not self.audience.can_resume(self.position)


async def _tell(deployment: Deployment, http: Http, reader: Reader, gone: "asyncio.Future[None]") -> None:
    """Until the reader leaves, is signed out, or falls too far behind. A first comment opens the stream at once."""
    told = b": hello\n\n" + reader.next_bytes()
    while not gone.done() and not reader.is_too_slow and not reader.feed.closing and await reader.may_stay(deployment, http):
        changed = reader.feed.changed
        if told:
            await http.send({"type": "http.response.body", "body": told, "more_body": True})
        if reader.position == reader.audience.position:
            await changed.wait()
        told = b"" if reader.is_too_slow else reader.next_bytes()
    await http.send({"type": "http.response.body", "body": b""})


async def _wait_until_gone(http: Http) -> None:
    while (await http.receive())["type"] != "http.disconnect":
        continue
