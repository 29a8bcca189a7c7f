"""Every piece of words a request for records reaches, in the order in which they were written, and what stands for each."""

from collections.abc import Sequence
from hashlib import sha256

from django.http import Http404, HttpRequest

from alongside.core.custodian.state import Release
from alongside.server.custodian.reaching import OURS, Reached, reach_all, reached_owners
from alongside.server.site.kept import list_owned
from alongside.server.site.looking import look

__all__ = ["Reached", "as_signed", "find_release", "list_reached", "log_digest"]


def list_reached(request: HttpRequest, release: Release) -> list[Reached]:
    """All of them while it is open; exactly those that were signed afterwards."""
    with look(request) as seen:
        owners = reached_owners(seen.view.board, release)
    owned = [one for one in list_owned(owners) if one.reference.field not in OURS]
    with look(request) as seen:
        return reach_all(seen.view.board, seen.asking.rules, release, owned, seen.asking.now)


def find_release(request: HttpRequest, id: str) -> Release:
    """One request. Raises ``Http404``."""
    with look(request) as seen:
        found = seen.view.board.releases.find(id)
    if found is None:
        raise Http404(id)
    return found


def as_signed(reached: Sequence[Reached]) -> tuple[tuple[str, bool, str], ...]:
    """What the second person puts a name under."""
    return tuple((one.reference.vault_id, one.piece.shown, one.piece.exemption) for one in reached)


def log_digest(pieces: tuple[tuple[str, bool, str], ...]) -> str:
    """Names one state of the log: a page signs exactly the one it showed."""
    return sha256(repr(pieces).encode()).hexdigest()
