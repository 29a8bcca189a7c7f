"""Whether what opened a record in an emergency still stands: open pages ask each second, and read again where it does not."""

from hashlib import sha256

from django.http import HttpRequest, JsonResponse

from alongside.core.glass.state import Glass
from alongside.core.sharing.glass import list_glasses
from alongside.server.glass.whom import record_or_episode
from alongside.server.site.looking import Look, look
from alongside.server.site.notices import turn_of
from alongside.server.site.routes import page


@page("glass")
def turn(request: HttpRequest, person: str) -> JsonResponse:
    """What was ended early goes from the screen of whoever opened it, too; the live feed tells nobody of records."""
    with look(request) as seen:
        return JsonResponse({"turn": turn_now(seen, record_or_episode(seen.view.board, person))})


def list_mine(seen: Look, about: str) -> list[Glass]:
    """The reader's own accesses that are open now."""
    return [one for one in list_glasses(seen.view.board, about) if one.staff == seen.actor.staff and one.is_open(seen.asking.now)]


def turn_now(seen: Look, about: str) -> str:
    """Changes with every access of this reader that opens or ends, and with every consent of the person; says nothing else."""
    opened = ",".join(one.id for one in list_mine(seen, about))
    return sha256(f"{opened}:{turn_of(seen.view.board, about)}".encode()).hexdigest()[:16]
