"""What only somebody at the server's own machine does: the first administrator, and a release when nobody can sign in."""

from alongside.server.people.accounts import CLI, AccountRefused, get
from alongside.server.people.adding import add
from alongside.server.people.lockout import release
from alongside.server.people.models import Staff


def add_first(id: str, name: str, password: str) -> str:
    """The first administrator. Raises :class:`AccountRefused` where there is one who may sign in."""
    if Staff.objects.filter(role="administrator", user__is_active=True, from_roster=False).exists():
        raise AccountRefused("There is an administrator already, who adds others on the page Staff; or use “alongside staff add”.")
    return add(id, name, "administrator", password)


def release_by_hand(id: str) -> str:
    """Release a lock."""
    found = get(id)
    return f"{found.name} may try again." if release(found, CLI) else f"{found.name} was not locked."
