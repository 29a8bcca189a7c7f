"""Machine clients: registered with a token that is shown once."""

from secrets import token_urlsafe

from alongside.server.people.epoch import raise_epoch
from alongside.server.people.models import MachineClient
from alongside.server.people.sitting import hash_token
from alongside.server.people.written import COMMAND_LINE, By, write_down


def add_machine(id: str, name: str, role: str, agency: str = "", seat: str = "") -> str:
    """Register a client, or give it a new token. Returns the token, of which only a hash is kept."""
    token = token_urlsafe(32)
    told = {"name": name, "role": role, "agency": agency, "seat": seat, "enabled": True, "token_hash": hash_token(token)}
    MachineClient.objects.update_or_create(id=id, defaults=told)
    write_down("machine_token", By(COMMAND_LINE), id)
    return token


def add_machine_client(id: str, name: str, role: str, agency: str = "", seat: str = "") -> str:
    """The same from the command line."""
    token = add_machine(id, name, role, agency, seat)
    raise_epoch()
    return f"Token of {id}, shown only now:\n{token}"
