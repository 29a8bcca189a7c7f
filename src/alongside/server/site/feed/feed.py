"""Folds committed facts into a board of its own and tells every audience, encoding each frame once."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from alongside.core.apply import apply
from alongside.core.board import Board
from alongside.core.fact import Fact
from alongside.ledger.row import Row as LedgerRow
from alongside.server.site.feed.audience import BOARD, LATE_KEPT, OVERSEEN, Audience, Entry
from alongside.server.site.feed.frames import encode_frame, encode_positions
from alongside.server.site.feed.overseen import LATE_CHANGED, is_overseen
from alongside.server.site.feed.touched import Touched, seats_of, touched_by
from alongside.server.site.rows import Row, View

SECOND = 1_000
LONGEST_WAIT_S = 0.1  # facts of a busy moment share a frame; a quiet board tells at once
WAIT_PER_READER_S = 0.0002


class Heard(Protocol):
    """A committed fact as the ledger tells it."""

    @property
    def row(self) -> LedgerRow: ...
    @property
    def fact(self) -> Fact: ...


class Listening(Protocol):
    """Somebody with the stream open."""

    async def tell(self) -> None:
        """Send whatever is new."""

    def end(self, broken: Exception | None = None) -> None:
        """Let it go."""


class Feed:
    """Used on the event loop only. ``view(language)`` makes rows; ``now`` is server time in ms."""

    def __init__(self, board: Board, view: Callable[[str], View], now: Callable[[], int]) -> None:
        self.board, self.view, self.now = board, view, now
        self.readers: dict[Listening, None] = {}
        self.pulse, self.seq = 0, 0
        self.changed = asyncio.Event()
        self._moved: Mapping[str, tuple[float, float, int]] = {}
        self.late: tuple[Row, ...] = ()
        self._audiences: dict[str, Audience] = {key: Audience(key) for key in (BOARD, OVERSEEN)}
        self._frames: dict[tuple[str, int, int, str, int], bytes] = {}
        self._places: dict[str, bytes] = {}
        self._waiting: asyncio.TimerHandle | None = None

    def audience(self, key: str) -> Audience:
        """The audience of that name: the board's, or one seat's."""
        return self._audiences.setdefault(key, Audience(key))

    def fold(self, facts: Sequence[Fact]) -> None:
        """Take facts in without telling anybody: what the ledger held before this process began."""
        for fact in facts:
            apply(self.board, fact)
            touched = touched_by(self.board, fact)
            if touched is None:
                if is_overseen(fact):
                    self._audiences[OVERSEEN].add(Entry(LATE_CHANGED, fact.at, Touched()))
                continue
            entry = Entry(fact.kind, fact.at, touched)
            self._audiences[BOARD].add(entry)
            self._audiences[OVERSEEN].add(entry)
            for seat in seats_of(self.board, touched):
                if seat:
                    self.audience(seat).add(entry)
            if fact.kind == "RequestQuarantined":
                self.late = (*self.late, _late(fact))[-LATE_KEPT:]

    def take_in(self, heard: Sequence[Heard]) -> None:
        """Newly committed facts: fold them, then wake the readers soon."""
        self.fold([one.fact for one in heard])
        self.seq = heard[-1].row.seq
        if self._waiting is None:
            wait = min(LONGEST_WAIT_S, WAIT_PER_READER_S * len(self.readers))
            self._waiting = asyncio.get_running_loop().call_later(wait, self._tell)

    def _tell(self) -> None:
        self._waiting = None
        self._frames.clear()
        self.wake()

    def wake(self) -> None:
        """Let every reader look again."""
        changed, self.changed = self.changed, asyncio.Event()
        changed.set()

    def frame(self, audience: Audience, after: int, language: str) -> bytes:
        """What happened after a position, as one event; encoded once for all who stand at the same place."""
        now = self.now() // SECOND * SECOND  # to the second: when others last did something is not told by the time of a frame
        key = (audience.key, after, audience.position, language, now)
        found = self._frames.get(key)
        if found is None:
            found = self._frames[key] = encode_frame(audience, after, self.view(language), now, self.late)
        return found

    def beat(self, moved: Mapping[str, tuple[float, float, int]]) -> None:
        """Once a second: what moved, and a turn for everybody."""
        self._moved, self._places = moved, {}
        self._frames.clear()
        self.pulse += 1
        self.wake()

    def positions(self, audience: Audience) -> bytes:
        """The positions event of an audience for this beat; nothing where none of its units moved."""
        found = self._places.get(audience.key)
        if found is None:
            found = self._places[audience.key] = encode_positions(self.board, audience, self._moved)
        return found

    async def reach(self, seq: int) -> None:
        """Wait, a moment at most, until the feed has heard of a seq that is committed already."""
        for turn in range(200):
            if self.seq >= seq:
                return
            await asyncio.sleep(0 if turn < 4 else 0.001)

    def close(self) -> None:
        """Let every reader go."""
        for reader in self.readers:
            reader.end()


def _late(fact: Fact) -> Row:
    return {name: getattr(fact, name) for name in ("at", "asked", "device", "refused", "request")}
