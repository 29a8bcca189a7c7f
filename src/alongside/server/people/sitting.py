"""Who sits behind a session or a token: the one resolver of Django's pages and of the thin path."""

from hashlib import sha256
from typing import NamedTuple

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY, get_user_model
from django.contrib.sessions.backends.db import SessionStore
from django.utils.crypto import constant_time_compare

from alongside.core.party import Actor
from alongside.server.people.awake import is_awake
from alongside.server.people.models import MachineClient, Staff
from alongside.server.people.standing import what_is_due, why_closed


class Sitting(NamedTuple):
    """One signed-in person as the core sees them, with the name others read."""

    session: str
    actor: Actor
    name: str


def actor_of(staff: Staff, seat: str, workstation: str) -> Actor:
    """The actor every request of this person is made by."""
    return Actor(staff=staff.id, role=staff.role, agency=staff.agency, workstation=workstation, seat=seat)


def find_sitting(session_key: str) -> Sitting | None:
    """Who this session belongs to now, or None: unknown, over, signed out, closed, something due first, or the password was changed."""
    kept = SessionStore(session_key).load()
    if SESSION_KEY not in kept or BACKEND_SESSION_KEY not in kept:
        return None
    users = get_user_model().objects.select_related("staff").filter(pk=kept[SESSION_KEY], is_active=True, staff__isnull=False)
    user = users.first()
    if user is None or not constant_time_compare(kept.get(HASH_SESSION_KEY, ""), user.get_session_auth_hash()):
        return None
    if why_closed(user.staff) or not is_awake(session_key, kept) or what_is_due(user.staff, kept):
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
