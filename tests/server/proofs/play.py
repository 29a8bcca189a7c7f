"""Plays scripts in a world and writes down what came back. A process of its own, started by ``worlds``."""

import asyncio
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import msgspec

from tests.server.proofs import scripts, world

EXPIRES = re.compile(r"expires=[^;]*")  # Django's own clock: cookies end in so and so long
STEP_MS = 1_000


class Heard(msgspec.Struct):
    """One answer that was compared."""

    script: int
    step: str
    status: int
    headers: list[tuple[str, str]]
    body: bytes


async def play(data: Path, database: str, numbers: range, has_secret: bool, bug: str = "") -> list[Heard]:
    """Everything somebody of little privilege was told."""
    world.take_the_dice()
    heard: list[Heard] = []
    async with world.open_world(data, database) as here:
        plant(bug)
        pages, kinds = learn()
        browsers: dict[str, world.Browser] = {}
        for number in numbers:
            for at, step in enumerate(scripts.make_script(number, pages, kinds)):
                if step.world == scripts.SECRET and not has_secret:
                    continue
                here.roll((number, at), world.NOON + (number * 200 + at) * STEP_MS)
                if step.staff not in browsers:
                    browsers[step.staff] = world.Browser(here)
                    await browsers[step.staff].enter(step.staff)
                answer = await do(browsers[step.staff], step, f"{number}-{at}")
                if step.compared:
                    heard.append(tell(number, step, answer))
    return heard


async def do(browser: world.Browser, step: scripts.Step, id: str) -> world.Answer:
    """One step."""
    if step.method == "GET":
        return await browser.send("GET", step.path, patience_s=step.seconds, **({"last-event-id": "0"} if step.seconds else {}))
    return await browser.post(step.path, {**(step.body or {}), "id": id} if step.path.startswith("/ask/") else step.body)


def tell(number: int, step: scripts.Step, answer: world.Answer) -> Heard:
    """As it is compared: all but when cookies end."""
    headers = [(name, EXPIRES.sub("expires", value)) for name, value in answer.headers]
    return Heard(number, f"{step.staff} {step.method} {step.path} {step.body or ''}", answer.status, headers, answer.body)


def learn() -> tuple[list[str], list[str]]:
    """The addresses that can be opened as they stand, and the kinds of requests with their fields."""
    from alongside.core.request import REQUESTS  # noqa: PLC0415
    from alongside.core.sharing.knowing import MAKES  # noqa: PLC0415

    for kind, made in REQUESTS.items():
        scripts.KIND_FIELDS[kind] = frozenset(field.name for field in fields(made))
    scripts.MADE.update({kind: frozenset(names) for kind, names in MAKES.items()})
    from django.urls import get_resolver  # noqa: PLC0415

    plain = sorted({path for path in _walk(get_resolver()) if "<" not in path and not path.startswith(AWAY)})
    return plain, sorted(set(REQUESTS) - {"Tick"})


# What is counted for everybody together leaves as figures, with small cells withheld (evaluate/); it is no secret's row.
AWAY = ("/sign-out", "/measures/", "/replay/", "/account/", "/sign-in/")


def _walk(found: Any, at: str = "/") -> Iterator[str]:
    for one in found.url_patterns:
        if hasattr(one, "url_patterns"):
            yield from _walk(one, at + str(one.pattern))
        else:
            yield at + str(one.pattern)


def plant(bug: str) -> None:
    """A fault that two worlds must tell apart."""
    if bug:
        BUGS[bug]()


def _number_counts() -> None:
    from alongside.core.intake import numbering  # noqa: PLC0415

    numbering.find_number = lambda board, area, incident, at: len(board.incidents) + 1  # type: ignore[assignment]


def _knows_everything() -> None:
    from alongside.server.site import knowing, looking  # noqa: PLC0415

    knowing.may_know = looking.may_know = lambda board, actor, incident: incident in board.incidents  # type: ignore[attr-defined]


def _words_of_all() -> None:
    from alongside.server.site.thin import wanted  # noqa: PLC0415

    wanted.may_know = lambda board, actor, incident: True


def _hears_all() -> None:
    from alongside.server.site.feed import frames  # noqa: PLC0415

    frames.concerns = lambda board, incident, seat: True


BUGS: dict[str, Callable[[], None]] = {
    "numbers count": _number_counts,
    "any incident opens": _knows_everything,
    "words of any incident": _words_of_all,
    "frames tell of any incident": _hears_all,
}


def main() -> None:
    """Arguments: data folder, file to write, first script, how many, ``secret`` or ``plain``, database or "", bug or ""."""
    data, out, first, count, kind, database, bug = sys.argv[1:8]
    numbers = range(int(first), int(first) + int(count))
    heard = asyncio.run(play(Path(data), database, numbers, kind == "secret", bug))
    Path(out).write_bytes(msgspec.msgpack.encode(heard))


if __name__ == "__main__":
    main()
