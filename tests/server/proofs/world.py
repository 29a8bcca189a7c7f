"""The whole server in this process: real databases, real pages, the thin path; its clock and its dice are ours. One to a process.

Import this before anything of ``alongside.server``: the dice are taken away first, and Django reads where its data is when it loads.
"""

import asyncio
import os
import random
import secrets
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlencode

import msgspec

NOON = 1_800_025_200_000  # a weekday in January 2027, 15:00 UTC: all day crews are on duty
dice = random.Random(0)


def take_the_dice() -> None:
    """Every secret of this process follows from the seed: two worlds that do the same say the same, to the byte."""
    secrets.choice = lambda of: of[dice.randrange(len(of))]  # type: ignore[assignment]
    secrets.token_bytes = lambda size=32: dice.randbytes(size or 32)
    secrets.token_hex = lambda size=32: dice.randbytes(size or 32).hex()
    secrets.token_urlsafe = lambda size=32: dice.randbytes(size or 32).hex()
    secrets.randbelow = dice.randrange  # type: ignore[assignment]
    os.urandom = dice.randbytes  # type: ignore[assignment]


class Answer(NamedTuple):
    """What came back: every header as it was sent, the whole body."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    @property
    def json(self) -> Any:
        """The body as JSON."""
        return msgspec.json.decode(self.body)


class World:
    """One opened deployment. ``at`` is the time, ms UTC."""

    def __init__(self, deployment: Any, app: Any, clock: Any) -> None:
        self.deployment, self.app, self.clock = deployment, app, clock

    def roll(self, seed: object, at: int) -> None:
        """The dice of the next step, and its time."""
        dice.seed(repr(seed))
        self.clock.at = at

    async def call(self, method: str, path: str, headers: Mapping[str, str], body: bytes = b"") -> Answer:
        """One request through the application."""
        stream = Stream(self.app, method, path, headers, body)
        await stream.running
        return stream.told()

    async def settle(self) -> None:
        """Until everybody who listens was told of everything that is on the disk."""
        deployment = self.deployment
        feed = deployment.feed
        while feed.seq < deployment.ledger.head.seq or feed._waiting is not None or any(map(_is_behind, feed.readers)):
            await asyncio.sleep(0.0005)

    def record(self, *requests: Any, at: int | None = None) -> Any:
        """Ask the ledger itself, for what only makes the scene."""
        return self.deployment.ledger.record(list(requests), at)


def _is_behind(reader: Any) -> bool:
    """Whether an open stream was not told yet of what it may hear, or is being asked who it is."""
    return not reader.ended.done() and (reader.position < reader.audience.position or not reader.is_open)


class Stream:
    """One request on its way, and what was told of it until now."""

    def __init__(self, app: Any, method: str, path: str, headers: Mapping[str, str], body: bytes) -> None:
        before, _, query = path.partition("?")
        scope = {
            "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": method, "path": before,
            "raw_path": before.encode(), "query_string": query.encode(), "root_path": "", "scheme": "http",
            "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 80),
            "headers": [(name.lower().encode(), value.encode("latin-1")) for name, value in {"host": "127.0.0.1", **headers}.items()],
        }  # fmt: skip
        self._asked, self._left = [{"type": "http.request", "body": body, "more_body": False}], asyncio.Event()
        self._told: list[dict[str, Any]] = []
        self.running = asyncio.ensure_future(app(scope, self._receive, self._send))

    async def _receive(self) -> dict[str, Any]:
        if self._asked:
            return self._asked.pop()
        await self._left.wait()
        return {"type": "http.disconnect"}

    async def _send(self, message: dict[str, Any]) -> None:
        self._told.append(dict(message))

    async def begun(self) -> None:
        """Until it was answered: who listens from now on hears whatever happens from now on."""
        while len(self._told) < 2 and not self.running.done():
            await asyncio.sleep(0.0005)

    def told(self) -> Answer:
        """What came until now."""
        first, *rest = self._told
        headers = tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in first["headers"])
        return Answer(first["status"], headers, b"".join(one.get("body", b"") for one in rest))

    async def leave(self) -> Answer:
        """Go away, as a browser does; everything that was told."""
        self._left.set()
        await self.running
        return self.told()


class Browser:
    """Somebody with cookies of their own."""

    def __init__(self, world: World, staff: str = "", language: str = "en") -> None:
        self.world, self.staff, self.language, self.cookies = world, staff, language, {"csrftoken": "c" * 32}

    def _headers(self, more: Mapping[str, str]) -> dict[str, str]:
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        own = {"accept-language": self.language, "cookie": cookies, "accept": "text/html", "x-csrftoken": self.cookies["csrftoken"]}
        return {**own, **more}

    async def send(self, method: str, path: str, body: bytes = b"", **headers: str) -> Answer:
        """One request, as a browser sends it."""
        answer = await self.world.call(method, path, self._headers(headers), body)
        for name, value in answer.headers:
            if name.lower() == "set-cookie":
                cookie, _, content = value.partition(";")[0].partition("=")
                self.cookies[cookie] = content
        return answer

    def listen(self, path: str, **headers: str) -> Stream:
        """A stream that stays open until it is left."""
        return Stream(self.world.app, "GET", path, self._headers(headers), b"")

    async def get(self, path: str, **headers: str) -> Answer:
        """A page."""
        return await self.send("GET", path, **headers)

    async def ask(self, kind: str, **body: Any) -> Answer:
        """A request of the core."""
        return await self.post(f"/ask/{kind}", body)

    async def post(self, path: str, body: Any) -> Answer:
        """JSON, as our pages send it."""
        return await self.send("POST", path, msgspec.json.encode(body), **{"content-type": "application/json"})

    async def enter(self, staff: str = "") -> Answer:
        """The one click of a demo."""
        form = urlencode({"staff": staff or self.staff, "csrfmiddlewaretoken": self.cookies["csrftoken"]}).encode()
        return await self.send("POST", "/sign-in", form, **{"content-type": "application/x-www-form-urlencoded"})


@asynccontextmanager
async def open_world(data: Path, database: str = "") -> AsyncIterator[World]:
    """A quiet demo, everybody of the roster on duty; nothing runs beside it, no timer ticks by itself."""
    os.environ |= {"ALONGSIDE_DATA": str(data), "ALONGSIDE_DATABASE": database, "ALONGSIDE_QUIET": "1"}
    from alongside.server.site import asgi, open_stores  # noqa: PLC0415

    clock = _stand_still(open_stores)
    from alongside.server.programs.duty import come_on_duty  # noqa: PLC0415
    from alongside.server.site.deployment import set_deployment  # noqa: PLC0415
    from alongside.server.site.feed.telling import tell_all  # noqa: PLC0415
    from alongside.server.site.opening import open_deployment  # noqa: PLC0415
    from alongside.server.site.options import read_options  # noqa: PLC0415

    deployment = await asyncio.to_thread(open_deployment, read_options(), asyncio.get_running_loop())
    set_deployment(deployment)
    await asyncio.to_thread(come_on_duty, deployment.ledger, deployment.profile, NOON)
    telling = asyncio.create_task(tell_all(deployment.feed))
    try:
        yield World(deployment, asgi.app, clock)
    finally:
        telling.cancel()
        deployment.feed.close()
        set_deployment(None)
        await asyncio.to_thread(deployment.close)


def _stand_still(open_stores: Any) -> Any:
    """Server time that moves when it is told to."""

    class Still(open_stores.Clock):  # type: ignore[misc, name-defined]
        at = NOON

        def now(self) -> int:
            return self.at

        def catch_up(self, not_before: int) -> None:
            """It is ours to say."""

    made: list[Any] = []
    open_stores.Clock = lambda speed: made.append(Still(speed)) or made[-1]

    class Handle:
        """The clock that will be made."""

        @property
        def at(self) -> int:
            return int(made[0].at)

        @at.setter
        def at(self, at: int) -> None:
            made[0].at = at

    return Handle()
