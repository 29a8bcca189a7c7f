"""Machine clients: found by the hash of their token, which is the only thing kept of it."""

from hashlib import sha256
from secrets import token_urlsafe

from alongside.core.party import Actor
from alongside.server.people.models import MachineClient
from alongside.server.people.sitting import Sitting


def hash_token(token: str) -> str:
    """What is kept of a token. It has 256 random bits, so a plain hash cannot be guessed backwards."""
    return sha256(token.encode()).hexdigest()


def find_machine(token: str) -> Sitting | None:
    """The enabled client this token belongs to, or None."""
    one = MachineClient.objects.filter(token_hash=hash_token(token), enabled=True).first()
    if one is None:
        return None
    return Sitting("", Actor(staff=f"machine:{one.id}", role=one.role, agency=one.agency, seat=one.seat), one.name)


def add_machine(id: str, name: str, role: str, agency: str = "", seat: str = "") -> str:
    """Register a client, or give it a new token. Returns the token, which is shown once and never again."""
    token = token_urlsafe(32)
    told = {"name": name, "role": role, "agency": agency, "seat": seat, "enabled": True, "token_hash": hash_token(token)}
    MachineClient.objects.update_or_create(id=id, defaults=told)
    return token
