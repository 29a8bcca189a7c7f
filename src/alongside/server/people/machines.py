"""Machine clients: registered with a token that is shown once."""

from secrets import token_urlsafe

from alongside.server.people.models import MachineClient
from alongside.server.people.sitting import hash_token


def add_machine(id: str, name: str, role: str, agency: str = "", seat: str = "") -> str:
    """Register a client, or give it a new token. Returns the token, of which only a hash is kept."""
    token = token_urlsafe(32)
    told = {"name": name, "role": role, "agency": agency, "seat": seat, "enabled": True, "token_hash": hash_token(token)}
    MachineClient.objects.update_or_create(id=id, defaults=told)
    return token
