"""Everybody opens everything in every state of consent: each role at each seat, each page with words, the door. A process of its own.

What an answer cannot depend on is not asked again (decision 0030 says why it is safe): see ``Visitor``.
"""

import asyncio
import sys
from collections.abc import AsyncIterator, Iterator
from importlib import import_module
from itertools import repeat
from pathlib import Path
from typing import Any

import msgspec
import pytest
from asgiref.sync import sync_to_async

from tests.server.proofs import consents, scenes, world
from tests.server.proofs.door import Door
from tests.server.proofs.expected import ways_to_stand
from tests.server.proofs.faults import FAULTS
from tests.server.proofs.seen import KEY, Seen, words_in

Who = tuple[str, str, str]  # role, seat, id
PAGES = {  # one need to an answer
    "panel": "/dispatch/incident/{}", "story": "/follow-up/{}-e", "intake": "/intake/{}", "crew": "/field/?assignment={}-a",
    "record": "/person/{}-w",
}  # fmt: skip


async def visit(data: Path, database: str, share: int) -> list[Seen]:
    """What everybody saw; ``share`` 1 for everybody, 5 for every fifth."""
    world.take_the_dice()
    async with world.open_world(data, database) as here:
        writes = here.deployment.rules.writing.fields["clinician"]
        sharing = here.deployment.vault.sharing
        fields = scenes.Fields(sorted(sharing.rules.fields.keys() - sharing.fields.files), sorted(writes))
        await scenes.set_up(here, fields)
        staff = await sync_to_async(_hire)()
        await crew_up(here, [one for one in staff if one[1] == scenes.CREW])
        chosen = [one for at, one in enumerate(staff) if one[:2] in KEY or (at // len(scenes.SEATS) + at) % share == 0]
        visitor, seen = Visitor(here, share), list[Seen]()
        for turn, state in enumerate(consents.STATES):
            await consents.come_to(here, state)
            for at, who in enumerate(chosen):
                if share == 1 or not turn or who[:2] in KEY or at % (len(consents.STATES) - 1) == turn - 1:
                    seen += [one async for one in visitor.go(who, turn)]
        return seen


class Visitor:
    """Goes round once a state. First to every need by every page; in later states again to what opened, and to one that did not."""

    def __init__(self, here: world.World, share: int) -> None:
        self._here, self._share, self._door = here, share, Door(here, sampled=share != 1)
        self._browsers: dict[str, world.Browser] = {}
        self._opened: dict[tuple[str, str], list[str]] = {}

    async def go(self, who: Who, turn: int) -> AsyncIterator[Seen]:
        """Everything this one is told now."""
        role, seat, id = who
        state = consents.STATES[turn]
        await sit(self._here, seat, id, turn)
        if id not in self._browsers:
            self._browsers[id] = world.Browser(self._here, id)
            await self._browsers[id].enter()
        async for page, scene, answer in self._pages(self._browsers[id], who, turn):
            yield Seen(role, seat, page, scene, answer.status, words_in(scene, answer.body), state)
        for one in await self._door.ask(who, state):
            yield one
        if who[:2] == KEY[0]:
            for one in await self._faulty(who, state):
                yield one

    async def _pages(self, browser: world.Browser, who: Who, turn: int) -> AsyncIterator[tuple[str, str, world.Answer]]:
        names = [one.name for one in scenes.SCENES]
        asked = self._asked_now(who, turn)
        if "words" in asked:
            for name, answer in zip(names, repeat(await browser.post("/words", {"incidents": names}))):
                yield "words", name, answer
        if "history" in asked:
            for name, answer in zip(names, repeat(await browser.get("/history/"))):
                yield "history", name, answer
        for page in (one for one in PAGES if one in asked):
            for name in self._needs(who, page, turn):
                answer = await browser.get(PAGES[page].format(name))
                if not turn and answer.status == 200:
                    self._opened.setdefault((who[2], page), []).append(name)
                yield page, name, answer
                if answer.status == 403 and self._share != 1:
                    break  # everyday: no role, no need

    def _asked_now(self, who: Who, turn: int) -> set[str]:
        """Every page; everyday, once it was seen how each is without any consent, those that a consent may change and one more."""
        every = ["words", "history", *PAGES]
        return set(every) if self._share == 1 or not turn else {"record", "story", every[(turn + len(who[2])) % len(every)]}

    def _needs(self, who: Who, page: str, turn: int) -> Iterator[str]:
        names = [one.name for one in scenes.SCENES]
        if not turn:
            yield from names if self._share == 1 else (way[len(who[2]) % len(way)] for way in ways_to_stand(who[1]))
            return
        opened = self._opened.get((who[2], page), []) if page != "crew" or who[1] == scenes.CREW else []  # one page is about no need
        yield from opened
        shut = [name for name in names if name not in opened]
        if shut:
            yield shut[(turn + len(who[2])) % len(shut)]

    async def _faulty(self, who: Who, state: str) -> list[Seen]:
        found: list[Seen] = []
        for name, fault in FAULTS.items():
            if fault.state == state:
                with pytest.MonkeyPatch.context() as patch:
                    patch.setattr(import_module(fault.module), fault.name, fault.planted)
                    found += await self._door.ask(who, state, name)
        return found


def _hire() -> list[Who]:
    """Somebody of every role for every seat."""
    from alongside.core.sharing.access import ROLES  # noqa: PLC0415
    from alongside.library.programs import Staff  # noqa: PLC0415
    from alongside.server.people.roster import bring_in  # noqa: PLC0415

    wanted = [(role, seat, f"{role}-at-{seat or 'nowhere'}") for role in sorted(ROLES - {"system"}) for seat in scenes.SEATS]
    fields = {"agency": consents.READERS, "languages": (), "certificates": (), "demo": False}
    bring_in([Staff(**{**fields, "id": id, "name": id, "role": role, "seat": seat}) for role, seat, id in wanted])  # type: ignore[arg-type]
    return wanted


async def crew_up(here: world.World, aboard: list[Who]) -> None:
    """One of every role aboard the crew."""
    lead = world.Browser(here, "m-lindqvist")
    await lead.enter()
    members = [["p-lowe", "clinician"], ["i-tuiasosopo", "peer"], *([id, role] for role, _, id in aboard)]
    answer = await lead.ask("ChangeCrew", unit=scenes.CREW, members=members, id="everybody-aboard")
    assert answer.status == 200, answer.body


async def sit(here: world.World, seat: str, id: str, turn: int) -> None:
    """At a desk that one person holds at a time, this one holds it now."""
    from alongside.core.codes import PartyKind  # noqa: PLC0415
    from alongside.core.dispatch.requests import RelievePosition  # noqa: PLC0415
    from alongside.core.party import Actor, Party  # noqa: PLC0415

    if seat not in (scenes.CASES, scenes.DESK):
        return
    with here.deployment.ledger.board() as board:
        charges = tuple(board.list_charges(Party(PartyKind.POSITION, seat)))
    by = Actor(staff="roster", role="system")
    order = RelievePosition(id=f"sit-{seat}-{id}-{turn}", by=by, position=seat, staff=id, episodes=charges)
    [receipt] = await asyncio.to_thread(here.record, order)
    assert receipt.granted, receipt


def main() -> None:
    """Arguments: data folder, file to write, database or "", share."""
    data, out, database, share = sys.argv[1:5]
    told: Any = asyncio.run(visit(Path(data), database, int(share)))
    Path(out).write_bytes(msgspec.msgpack.encode(told))


if __name__ == "__main__":
    main()
