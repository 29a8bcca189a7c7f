"""Plays scripts in a world and writes down what came back. A process of its own, started by ``worlds``."""

import asyncio
import re
import sys
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import fields
from importlib import import_module
from pathlib import Path
from typing import Any

import msgspec
import pytest

from tests.server.proofs import bugs, scripts, world

EXPIRES = re.compile(r"expires=[^;]*")  # Django's own clock: cookies end in so and so long
SESSION_ENDS = re.compile(rb'data-again-at="\d+"')  # Django's own clock, too: when everybody signs in anew
STEP_MS = 1_000
WHOLE = "p-lowe"  # with a fault planted, one clinician of a crew tries everything


class Run(msgspec.Struct):
    """Scripts by number, and a fault that is planted meanwhile."""

    first: int
    count: int
    bug: str = ""


class Heard(msgspec.Struct):
    """One answer that was compared."""

    script: int
    step: str
    status: int
    headers: list[tuple[str, str]]
    body: bytes


async def play(data: Path, database: str, runs: Sequence[Run], has_secret: bool) -> list[Heard]:
    """Everything somebody of little privilege was told."""
    world.take_the_dice()
    heard: list[Heard] = []
    async with world.open_world(data, database) as here:
        player = Player(here, *learn(), has_secret)
        for run in runs:
            with pytest.MonkeyPatch.context() as patch:
                for place, name, wrong in bugs.BUGS.get(run.bug, ()):
                    patch.setattr(import_module(f"alongside.{place}"), name, wrong)
                for number in range(run.first, run.first + run.count):
                    heard += [one async for one in player.play(number, WHOLE if run.bug else "")]
    return heard


class Player:
    """Everybody with a browser of their own."""

    def __init__(self, here: world.World, pages: list[str], kinds: list[str], has_secret: bool) -> None:
        self.here, self.pages, self.kinds, self.has_secret = here, pages, kinds, has_secret
        self.browsers: dict[str, world.Browser] = {}

    async def play(self, number: int, whole: str) -> AsyncIterator[Heard]:
        """One script; in every second one the reader's stream is open from beginning to end."""
        script = scripts.make_script(number, self.pages, self.kinds, whole)
        reader = await self.browser(scripts.reader_of(script), number)
        stream = reader.listen("/stream/board") if number % 2 else None
        if stream:
            await stream.begun()
        for at, step in enumerate(script):
            if step.world == scripts.SECRET and not self.has_secret:
                continue
            browser = await self.browser(step.staff, number)
            self.here.roll((number, at), world.NOON + (number * 200 + at) * STEP_MS)
            answer = await do(browser, step, f"{number}-{at}")
            if step.compared:
                yield tell(number, step, answer)
            elif not step.may_fail:
                assert answer.status == 200, (step, answer.body)
            if stream:
                await self.here.settle()  # one frame a step
        if stream:
            yield tell(number, scripts.Step(scripts.COMMON, reader.staff, "GET", "the open stream"), await stream.leave())

    async def browser(self, staff: str, number: int) -> world.Browser:
        """Signed in once."""
        if staff not in self.browsers:
            self.here.roll(("enter", staff), world.NOON + number * 200 * STEP_MS)
            self.browsers[staff] = world.Browser(self.here, staff)
            await self.browsers[staff].enter()
        return self.browsers[staff]


async def do(browser: world.Browser, step: scripts.Step, id: str) -> world.Answer:
    """One step."""
    if step.seconds:
        stream = browser.listen(step.path, **{"last-event-id": "0"})
        await stream.begun()
        await browser.world.settle()
        await asyncio.sleep(step.seconds)
        return await stream.leave()
    if step.method == "GET":
        return await browser.get(step.path)
    return await browser.post(step.path, {**(step.body or {}), "id": id} if step.path.startswith("/ask/") else step.body)


def tell(number: int, step: scripts.Step, answer: world.Answer) -> Heard:
    """As it is compared: all but when cookies and sessions end."""
    headers = [(name, EXPIRES.sub("expires", value)) for name, value in answer.headers]
    return Heard(
        number, f"{step.staff} {step.method} {step.path} {step.body or ''}", answer.status, headers, SESSION_ENDS.sub(b"", answer.body)
    )


def learn() -> tuple[list[str], list[str]]:
    """The addresses that can be opened as they stand, and the kinds of requests with their fields."""
    from alongside.core.request import REQUESTS  # noqa: PLC0415
    from alongside.server.site.asking.fill import MAKES  # noqa: PLC0415

    for kind, made in REQUESTS.items():
        scripts.KIND_FIELDS[kind] = frozenset(field.name for field in fields(made))
    scripts.MADE.update({kind: frozenset(names) for kind, names in MAKES.items()})
    from django.urls import get_resolver  # noqa: PLC0415

    plain = sorted({path for path in _walk(get_resolver()) if "<" not in path and not path.startswith(AWAY)})
    return plain, sorted(set(REQUESTS) - ENDS_THE_SCENE)


# A crew that leaves, or finds a need of its own, would end the scene of the scripts after it.
ENDS_THE_SCENE = frozenset(
    {"Tick", "SignOn", "SignOff", "ChangeCrew", "GoOutOfService", "SelfStage", "TakePosition", "RelievePosition", "LeavePosition"}
)
# What is counted for everybody together leaves as figures, with small cells withheld (evaluate/); it is no secret's row.
AWAY = ("/sign-out", "/measures/", "/replay/", "/account/", "/sign-in/")


def _walk(found: Any, at: str = "/") -> Iterator[str]:
    for one in found.url_patterns:
        if hasattr(one, "url_patterns"):
            yield from _walk(one, at + str(one.pattern))
        else:
            yield at + str(one.pattern)


def main() -> None:
    """Arguments: data folder, file to write, ``secret`` or ``plain``, database or "", runs as JSON."""
    data, out, kind, database, runs = sys.argv[1:6]
    heard = asyncio.run(play(Path(data), database, msgspec.json.decode(runs, type=list[Run]), kind == "secret"))
    Path(out).write_bytes(msgspec.msgpack.encode(heard))


if __name__ == "__main__":
    main()
