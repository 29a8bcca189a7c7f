"""Another password of one's own."""

from typing import Any

from allauth.account.internal.flows.password_change import change_password, finalize_password_change
from django.contrib.auth.password_validation import password_validators_help_texts
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters

from alongside.server.people.password_form import PasswordForm
from alongside.server.people.sessions import end_sessions
from alongside.server.people.written import by_request, write_down
from alongside.server.site.deployment import get_deployment
from alongside.server.site.routes import SIGNED_IN, page


@sensitive_post_parameters()
@page(SIGNED_IN)
def password_change(request: HttpRequest) -> HttpResponse:
    """Another password. Every other session of this person ends."""
    user: Any = request.user
    form = PasswordForm(request, request.POST) if request.method == "POST" else PasswordForm(request)
    if request.method != "POST" or not form.is_valid():
        told = {"form": form, "due": user.staff.must_change, "rules": password_validators_help_texts()}
        return render(request, "people/password.html", told, status=422 if form.errors else 200)
    end_sessions(user, but=request.session.session_key or "")
    change_password(user, form.cleaned_data["new"])
    finalize_password_change(request, user)
    user.staff.must_change = False
    user.staff.save(update_fields=["must_change"])
    write_down("password_changed", by_request(request), user.staff.id)
    get_deployment().sittings.revoke()
    return redirect("account")
