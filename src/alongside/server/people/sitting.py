"""Who sits behind a session: the one resolver of Django's pages and of the thin path."""

import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from typing import NamedTuple

from asgiref.sync import sync_to_async
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY, get_user_model
from django.contrib.sessions.backends.db import SessionStore
from django.utils.crypto import constant_time_compare

from alongside.core.party import Actor
from alongside.server.people.epoch import EpochWatch
from alongside.server.people.models import MachineClient, Staff

KEPT_S = 60.0
LEFT_AFTER_S = 120.0


class Sitting(NamedTuple):
    """One signed-in person as the core sees them, with the name others read."""

    session: str
    actor: Actor
    name: str


def actor_of(staff: Staff, seat: str, workstation: str) -> Actor:
    """The actor every request of this person is made by."""
    return Actor(staff=staff.id, role=staff.role, agency=staff.agency, workstation=workstation, seat=seat)


def find_sitting(session_key: str) -> Sitting | None:
    """Who this session belongs to now, or None: unknown, expired, signed out, disabled, or the password was changed."""
    kept = SessionStore(session_key).load()
    if SESSION_KEY not in kept or BACKEND_SESSION_KEY not in kept:
        return None
    users = get_user_model().objects.select_related("staff").filter(pk=kept[SESSION_KEY], is_active=True, staff__isnull=False)
    user = users.first()
    if user is None or not constant_time_compare(kept.get(HASH_SESSION_KEY, ""), user.get_session_auth_hash()):
        return None
    return Sitting(session_key, actor_of(user.staff, kept.get("seat", ""), kept.get("workstation", "")), user.staff.name)


def hash_token(token: str) -> str:
    """What is kept of a machine's token. It has 256 random bits, so a plain hash cannot be guessed backwards."""
    return sha256(token.encode()).hexdigest()


def find_machine(key: str) -> Sitting | None:
    """The enabled client of ``machine:<hash of its token>``, or None."""
    one = MachineClient.objects.filter(token_hash=key.removeprefix("machine:"), enabled=True).first()
    if one is None:
        return None
    return Sitting(key, Actor(staff=f"machine:{one.id}", role=one.role, agency=one.agency, seat=one.seat), one.name)


class Sittings:
    """Remembers sittings while the revocation epoch stands still, for a minute at most."""

    def __init__(self, watch: EpochWatch) -> None:
        self.watch = watch
        self._kept: dict[str, tuple[Sitting, int, float]] = {}
        self._seen: dict[str, float] = {}
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
        found = await sync_to_async(look_up)(key)
        if found is None:
            self._kept.pop(key, None)
            return None
        self._kept[key] = (found, epoch, time.monotonic())
        return found

    def is_current(self, epoch: int) -> bool:
        """Whether nothing was revoked since."""
        return epoch == self.watch.number

    def note(self, seat: str) -> None:
        """Somebody at this seat just did something."""
        self._seen[seat] = time.monotonic()

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
