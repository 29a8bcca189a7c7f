"""One open stream: how far it was told, what it is told next, and whether it is still who it was."""

import asyncio
from functools import lru_cache

from alongside.core.party import Actor
from alongside.core.sharing.access import may_see
from alongside.server.site.deployment import Deployment
from alongside.server.site.feed.audience import Audience
from alongside.server.site.knowing import audience_of
from alongside.server.site.thin.guard import find_asker
from alongside.server.site.thin.http import Http, Message

HEARTBEAT_TURNS = 15  # turns of the pulse, about a second each
LOOKED_AT_TURNS = 30  # then it is asked whether the session slept or the account ended meanwhile
STILL_HERE = b": still here\n\n"
HELLO = b": hello\n\n"  # opens the stream at once


class Reader:
    """Told by ``feed.telling``, in turn with everybody else. ``ended`` is done when it must be let go."""

    def __init__(self, deployment: Deployment, http: Http, audience: Audience, position: int, actor: Actor, epoch: int) -> None:
        self.deployment, self.feed, self.http, self.language = deployment, deployment.feed, http, http.language
        self.audience, self.position = audience, position
        self.quiet, self.pulse = 0, deployment.feed.pulse
        self.ended: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.is_open, self.watch, self.send = True, deployment.sittings.watch, http.send
        self._is(actor, epoch)

    def _is(self, actor: Actor, epoch: int) -> None:
        self.actor, self.epoch, self.looked_at = actor, epoch, self.feed.pulse
        self._is_desk = may_see(actor, "console") and self.is_its_audience  # by role: no fact changes it

    async def begin(self) -> None:
        """The first bytes, whatever there is to tell."""
        await self.http.send(message_of(HELLO + self.next_bytes()))

    async def tell(self) -> None:
        """Whatever is new; nothing before it is sure that this is still who it was. Runs thousands of times a second."""
        if not self.is_open:
            return
        if self.epoch != self.watch.number or self.feed.pulse - self.looked_at >= LOOKED_AT_TURNS:
            self.is_open = False
            self._checking = asyncio.ensure_future(self._check())
        elif not (self._is_desk or self.is_its_audience) or self.is_too_slow:
            self.end()
        elif told := self.next_bytes():
            await self.send(message_of(told))

    def next_bytes(self) -> bytes:
        """Frames and positions since the last time; a heartbeat after a long silence; b"" where there is nothing."""
        told, feed, now = b"", self.feed, self.audience.position
        if now > self.position:
            told = feed.frame(self.audience, self.position, self.language)
            self.position = now
        if feed.pulse != self.pulse:
            self.pulse = feed.pulse
            self.quiet += 1
            told += feed.positions(self.audience)
        if told:
            self.quiet = 0
        elif self.quiet >= HEARTBEAT_TURNS:
            self.quiet, told = 0, STILL_HERE
        return told

    async def _check(self) -> None:
        """Somebody was signed out or changed: ask again who this is, and then tell what waited."""
        epoch = self.watch.number
        try:
            asker = await find_asker(self.deployment, self.http)
        except Exception as broken:  # noqa: BLE001  (raised where the stream is served)
            self.end(broken)
            return
        if asker is None:
            self.end()
        elif not self.ended.done():
            self._is(asker.actor, epoch)
            self.is_open = True
            await self.tell()

    @property
    def is_its_audience(self) -> bool:
        """Whether it still hears what it may hear: not moved to another seat, not off the unit."""
        return audience_of(self.feed.board, self.actor) == self.audience.key

    @property
    def is_too_slow(self) -> bool:
        """Whether what this reader has not been told is no longer kept: it must ask for everything anew."""
        return not self.audience.can_resume(self.position)

    def end(self, broken: Exception | None = None) -> None:
        """Let it go; ``broken`` is raised where the stream is served."""
        self.is_open = False
        if self.ended.done():
            return
        if broken:
            self.ended.set_exception(broken)
        else:
            self.ended.set_result(None)


@lru_cache(64)
def message_of(told: bytes) -> Message:
    """For the server program; one message for all who are told the same."""
    return {"type": "http.response.body", "body": told, "more_body": True}
