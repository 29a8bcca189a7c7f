"""Signing out."""

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST

from alongside.server.people.sessions import end_session
from alongside.server.people.written import by_request, write_down
from alongside.server.site.deployment import get_deployment


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session everywhere at once. The desk keeps its person until it is left or relieved: responsibility is not a session."""
    by = by_request(request)
    write_down("signed_out", by, by.staff)
    end_session(request.session.session_key or "")
    logout(request)
    get_deployment().sittings.revoke()
    return HttpResponseRedirect("/sign-in")
