"""Where one is signed in: ended, and kept awake by whoever is at it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from alongside.server.people.awake import find_end
from alongside.server.people.sessions import end_session, end_sessions
from alongside.server.people.written import by_request, write_down
from alongside.server.site.deployment import get_deployment
from alongside.server.site.routes import SIGNED_IN, page


@require_POST
@page(SIGNED_IN)
def end_own_session(request: HttpRequest) -> HttpResponse:
    """End one of one's own sessions, or all others."""
    user: Any = request.user
    if request.POST.get("session") == "others":
        end_sessions(user, but=request.session.session_key or "")
    else:
        found = get_object_or_404(user.usersession_set, id=read_number(request.POST.get("session", "")))
        end_session(found.session_key)
    write_down("session_ended", by_request(request), user.staff.id)
    get_deployment().sittings.revoke()
    return HttpResponseRedirect("/account/")


@require_POST
@page(SIGNED_IN)
def here(request: HttpRequest) -> HttpResponse:
    """Somebody is at this page: the middleware noted it. Told is when they must show again who they are."""
    return HttpResponse(status=204, headers={"X-Again-At": str(find_end(request.session.session_key or "", request.session))})


def read_number(text: str) -> int:
    """A row's number. Raises ``Http404`` for anything else."""
    if not (text.isdecimal() and len(text) < 19):
        raise Http404
    return int(text)
