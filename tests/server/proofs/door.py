"""The one door of words, asked for every purpose there is: pages fix theirs, so most purposes come no other way."""

import asyncio
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from alongside.core.sharing.terms import PURPOSES
from tests.server.proofs import consents, expected, scenes, world
from tests.server.proofs.seen import Seen, words_in


class Piece(NamedTuple):
    """Some words: where in the list of all pieces, and by which reference they are asked for."""

    place: int
    reference: Any


class Door:
    """Asks for every piece there is; ``sampled`` for every twenty-third, and every third of those a consent may speak of.

    Other ones each time: the turn grows by ten from one to the next, so what it is divided by shares no part with ten. In later states of
    consent, what none may speak of is only sampled: its question is the one that was asked already.
    """

    def __init__(self, here: world.World, sampled: bool) -> None:
        self.here, self._turn = here, 0
        self._first, self._spoken, self._other = (23, 3, 97) if sampled else (1, 1, 4)
        self._pieces = {scene.name: list(_pieces(here, scene.name)) for scene in scenes.SCENES}

    async def ask(self, who: tuple[str, str, str], state: str, fault: str = "") -> list[Seen]:
        """Every purpose, of one need for each way in which this seat can stand to a need."""
        return await asyncio.to_thread(self._ask, who, state, fault)

    def _ask(self, who: tuple[str, str, str], state: str, fault: str) -> list[Seen]:
        self._turn += 1
        ways = expected.ways_to_stand(who[1])
        needs = [way[self._turn % len(way)] for way in ways]
        return [one for purpose in PURPOSES for one in self._of(who, purpose, needs, state, fault)]

    def _of(self, who: tuple[str, str, str], purpose: str, needs: Sequence[str], state: str, fault: str) -> Iterator[Seen]:
        from alongside.core.party import Actor  # noqa: PLC0415

        role, seat, id = who
        self._turn += 1
        wanted = {need: [one for one in self._pieces[need] if self._is_wanted(one.place, state, fault)] for need in needs}
        references = [one.reference for pieces in wanted.values() for one in pieces]
        shown = self.here.deployment.vault.read(Actor(id, role, consents.READERS, seat=seat), references, purpose)
        for need, pieces in wanted.items():
            came = words_in(need, b" ".join(text.encode() for one in pieces if (text := shown.get(one.reference.vault_id))))
            yield Seen(role, seat, f"{expected.DOOR}{purpose}", need, 200, came, state, fault, [one.place for one in pieces])

    def _is_wanted(self, place: int, state: str, fault: str) -> bool:
        is_spoken_of = place in expected.SPOKEN_OF
        if fault:
            return is_spoken_of
        often = self._first if state == consents.FIRST else self._spoken if is_spoken_of else self._other
        return (place + self._turn) % often == 0


def _pieces(here: world.World, scene: str) -> Iterator[Piece]:
    """From the board: what was said stands before what was written; items are of the record."""
    with here.deployment.ledger.board() as board:
        yield from _of_incident(board.incidents.reach(scene).words)
        for id in board.people.reach(f"{scene}-w").items:
            item = board.items.reach(id)
            yield Piece(expected.PIECES.index(("marked" if item.marks else "kept", item.field)), item.words[0])


def _of_incident(references: Iterable[Any]) -> Iterator[Piece]:
    seen: set[str] = set()
    for one in references:
        yield Piece(expected.PIECES.index(("written" if one.field in seen else "said", one.field)), one)
        seen.add(one.field)
