"""Everybody opens everything: each role at each seat, each page that shows words, each need. A process of its own."""

import asyncio
import re
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import msgspec
from asgiref.sync import sync_to_async

from tests.server.proofs import scenes, world

CANARY = re.compile(rb"cw-([a-z-]+)-(said|written)-([a-z.]+)-wc")


class Seen(msgspec.Struct):
    """One answer: who opened what about which need, and the words that came: (owner, field)."""

    role: str
    seat: str
    page: str
    scene: str
    status: int
    words: list[tuple[str, str]]


async def visit(data: Path, database: str, share: int) -> list[Seen]:
    """What everybody saw; ``share`` 1 for everybody, 3 for every third."""
    world.take_the_dice()
    async with world.open_world(data, database) as here:
        await scenes.set_up(here, sorted(here.deployment.vault.sharing.rules.fields))
        staff = await sync_to_async(_hire)()
        await crew_up(here, [one for one in staff if one[1] == scenes.CREW])
        seen: list[Seen] = []
        for at, (role, seat, id) in enumerate(staff):
            if (at // len(scenes.SEATS) + at) % share == 0:
                await sit(here, seat, id)
                browser = world.Browser(here, id)
                await browser.enter()
                seen += [one async for one in everything(browser, role, seat)]
        return seen


def _hire() -> list[tuple[str, str, str]]:
    """Somebody of every role for every seat."""
    from alongside.core.sharing.access import ROLES  # noqa: PLC0415
    from alongside.library.programs import Staff  # noqa: PLC0415
    from alongside.server.people.roster import bring_in  # noqa: PLC0415

    wanted = [(role, seat, f"{role}-at-{seat or 'nowhere'}") for role in sorted(ROLES - {"system"}) for seat in scenes.SEATS]
    fields = {"agency": "nowhere", "languages": (), "certificates": (), "demo": False}
    bring_in([Staff(**{**fields, "id": id, "name": id, "role": role, "seat": seat}) for role, seat, id in wanted])  # type: ignore[arg-type]
    return wanted


async def crew_up(here: world.World, aboard: list[tuple[str, str, str]]) -> None:
    """One of every role aboard the crew."""
    lead = world.Browser(here, "m-lindqvist")
    await lead.enter()
    members = [["p-lowe", "clinician"], ["i-tuiasosopo", "peer"], *([id, role] for role, _, id in aboard)]
    answer = await lead.ask("ChangeCrew", unit=scenes.CREW, members=members, id="everybody-aboard")
    assert answer.status == 200, answer.body


async def sit(here: world.World, seat: str, id: str) -> None:
    """At a desk that one person holds at a time, this one holds it now."""
    from alongside.core.codes import PartyKind  # noqa: PLC0415
    from alongside.core.dispatch.requests import RelievePosition  # noqa: PLC0415
    from alongside.core.party import Actor, Party  # noqa: PLC0415

    if seat not in (scenes.CASES, scenes.DESK):
        return
    with here.deployment.ledger.board() as board:
        charges = tuple(board.list_charges(Party(PartyKind.POSITION, seat)))
    by = Actor(staff="roster", role="system")
    [receipt] = await asyncio.to_thread(
        here.record, RelievePosition(id=f"sit-{seat}-{id}", by=by, position=seat, staff=id, episodes=charges)
    )
    assert receipt.granted, receipt


async def everything(browser: world.Browser, role: str, seat: str) -> AsyncIterator[Seen]:
    """Each page that shows words, about each need."""
    names = [one.name for one in scenes.SCENES]
    answer = await browser.post("/words", {"incidents": names})
    for name in names:
        yield _told(role, seat, "words", name, answer)
        yield _told(role, seat, "panel", name, await browser.get(f"/dispatch/incident/{name}"))
        yield _told(role, seat, "story", name, await browser.get(f"/follow-up/{name}-e"))
        yield _told(role, seat, "intake", name, await browser.get(f"/intake/{name}"))
        yield _told(role, seat, "crew", name, await browser.get(f"/field/?assignment={name}-a"))
    answer = await browser.get("/history/")
    for name in names:
        yield _told(role, seat, "history", name, answer)


def _told(role: str, seat: str, page: str, scene: str, answer: world.Answer) -> Seen:
    here = (one for one in CANARY.findall(answer.body) if one[0] == scene.encode())
    found = {(owner.decode(), field.decode().replace(".", "_")) for _, owner, field in here}
    return Seen(role, seat, page, scene, answer.status, sorted(found))


def main() -> None:
    """Arguments: data folder, file to write, database or "", share."""
    data, out, database, share = sys.argv[1:5]
    told: Any = asyncio.run(visit(Path(data), database, int(share)))
    Path(out).write_bytes(msgspec.msgpack.encode(told))


if __name__ == "__main__":
    main()
