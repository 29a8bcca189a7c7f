"""One's own account: password, passkeys, authenticator app, recovery codes, and where one is signed in."""

from typing import Any

from allauth.mfa.models import Authenticator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from alongside.server.people.own_contact import find_own_contact
from alongside.server.people.sessions import list_sessions
from alongside.server.people.standing import what_is_due
from alongside.server.people.written import list_about
from alongside.server.site.routes import SIGNED_IN, page


@page(SIGNED_IN)
def account(request: HttpRequest) -> HttpResponse:
    """Everything about one's own way in."""
    user: Any = request.user
    factors = list(Authenticator.objects.filter(user=user).order_by("created_at"))
    codes = next((one.wrap() for one in factors if one.type == Authenticator.Type.RECOVERY_CODES), None)
    told = {
        "staff": user.staff,
        "due": what_is_due(user.staff, request.session),
        "has_password": user.has_usable_password(),
        "app": next((one for one in factors if one.type == Authenticator.Type.TOTP), None),
        "passkeys": [one for one in factors if one.type == Authenticator.Type.WEBAUTHN],
        "codes_left": len(codes.get_unused_codes()) if codes else None,
        "sessions": list_sessions(user),
        "here": request.session.session_key,
        "contact": find_own_contact(request),
        "written": list_about(user.staff.id, 20),
    }
    return render(request, "people/account.html", told)
