"""Signing in and out. On a demo ledger reached only from this machine: one click on an invented person.

Otherwise: a password, a passkey or the agency's own identity provider, and a second factor where there is one.
"""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import perform_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods

from alongside.server.people.arriving import way_on, where_due
from alongside.server.people.door import has_agreed, may_pick, take_reason, what_is_shown
from alongside.server.people.lockout import check, why_not
from alongside.server.people.models import Staff

NO_DETAILS = {"email_verification": None, "signal_kwargs": None, "email": None, "signup": False}


@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """The cards of a demo, and name and password."""
    if request.method == "GET" and hasattr(request.user, "staff") and request.actor is None:  # type: ignore[attr-defined]
        return HttpResponseRedirect(where_due(request))
    wrong = take_reason(request)
    if request.method == "POST":
        if "staff" in request.POST:
            return pick(request)
        user = check(request) if has_agreed(request) else None
        if user is not None:
            record_authentication(request, user, method="password", reauthenticated=True)
            answer: HttpResponse = perform_login(request, user, redirect_url=way_on(request))
            return answer
        wrong = why_not(request.POST.get("name", "")) if has_agreed(request) else take_reason(request)
    return render(request, "people/sign_in.html", what_is_shown(request, wrong), status=401 if wrong else 200)


def pick(request: HttpRequest) -> HttpResponse:
    """Enter as an invented person of the demo: no password, no second factor."""
    if not may_pick(request):
        raise PermissionDenied("one-click sign-in is for demos on this machine")
    user: Any = get_object_or_404(Staff, id=request.POST["staff"], from_roster=True, user__is_active=True).user
    adapter = get_adapter()
    adapter.login(request, user)
    answer: HttpResponse = adapter.post_login(request, user, redirect_url=way_on(request), **NO_DETAILS)
    return answer
