"""Remembers who sits behind which session, as long as nothing is revoked; and which seats people hold."""

import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from alongside.server.people.aside import ask_aside
from alongside.server.people.awake import note_used
from alongside.server.people.epoch import EpochWatch, raise_epoch
from alongside.server.people.sitting import Sitting, find_machine, find_sitting, hash_token

KEPT_S = 60.0
NOTED_EVERY_S = 20.0
LEFT_AFTER_S = 120.0


class Sittings:
    """Remembers sittings while the revocation epoch stands still, for a minute at most."""

    def __init__(self, watch: EpochWatch) -> None:
        self.watch = watch
        self._kept: dict[str, tuple[Sitting, int, float]] = {}
        self._seen: dict[str, float] = {}
        self._used: dict[str, float] = {}
        self._held: Counter[str] = Counter()

    async def find(self, session_key: str) -> Sitting | None:
        """The sitting of a session cookie, or None."""
        return await self._find(session_key, find_sitting)

    async def find_machine(self, token: str) -> Sitting | None:
        """The machine client of a bearer token, or None."""
        return await self._find(f"machine:{hash_token(token)}", find_machine)

    async def _find(self, key: str, look_up: Callable[[str], Sitting | None]) -> Sitting | None:
        if not key:
            return None
        kept = self._kept.get(key)
        if kept and self.is_current(kept[1]) and time.monotonic() - kept[2] < KEPT_S:
            self.note(kept[0].actor.seat)
            return kept[0]
        epoch = self.watch.number
        found = await ask_aside(look_up, key)
        if found is None:
            self._kept.pop(key, None)
            return None
        self._kept[key] = (found, epoch, time.monotonic())
        return found

    def is_current(self, epoch: int) -> bool:
        """Whether nothing was revoked since."""
        return epoch == self.watch.number

    def revoke(self) -> None:
        """Somebody was signed out or changed: every process asks again, this one at once."""
        raise_epoch()
        self.watch.look_now()

    def note(self, seat: str) -> None:
        """Somebody at this seat just did something."""
        self._seen[seat] = time.monotonic()

    async def note_hand(self, sitting: Sitting) -> None:
        """A person, not a page by itself, just asked for something: the session stays awake."""
        now = time.monotonic()
        if now - self._used.get(sitting.session, -NOTED_EVERY_S) >= NOTED_EVERY_S:
            self._used[sitting.session] = now
            await ask_aside(note_used, sitting.session)

    @contextmanager
    def held(self, seat: str) -> Iterator[None]:
        """Somebody at this seat has a page open."""
        self._held[seat] += 1
        try:
            yield
        finally:
            self._held[seat] -= 1
            self.note(seat)

    def list_seats(self) -> frozenset[str]:
        """The seats people hold now or held a moment ago: the living city leaves these to them."""
        since = time.monotonic() - LEFT_AFTER_S
        seen = {seat for seat, at in tuple(self._seen.items()) if at >= since}
        return frozenset({seat for seat, pages in tuple(self._held.items()) if pages > 0} | seen) - {""}
