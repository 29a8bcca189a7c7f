"""Showing a second factor: at sign-in, alone, or once more before changing how one signs in."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from allauth.account import views as account_views
from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from allauth.account.internal.flows.reauthentication import did_recently_reauthenticate, get_reauthentication_flows
from allauth.account.models import Login
from allauth.mfa.base import views as base
from allauth.mfa.webauthn import views as webauthn
from allauth.mfa.webauthn.internal import flows
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from alongside.server.people.arriving import turn_away, way_on
from alongside.server.people.awake import begin_anew
from alongside.server.people.written import by_request, write_down
from alongside.server.site.deployment import get_deployment
from alongside.server.site.routes import SIGNED_IN, page


class PasskeySignIn(webauthn.LoginWebAuthnView):  # type: ignore[misc]
    """A passkey alone: it is something one has, and asks for a finger, a face or a number."""

    def form_valid(self, form: Any) -> HttpResponse:
        """Go on to where one was."""
        passkey = form.cleaned_data["credential"]
        record_authentication(self.request, passkey.user, method="mfa", reauthenticated=True)
        login = Login(user=passkey.user, redirect_url=way_on(self.request))
        answer: HttpResponse = flows.perform_passwordless_login(self.request, passkey, login)
        return answer

    def form_invalid(self, form: Any) -> HttpResponse:
        """Back to the door, with the reason."""
        return turn_away(self.request, "passkey")


Confirm = Callable[..., HttpResponse]


def with_a_way(view: Confirm) -> Confirm:
    """Whoever has nothing of ours to confirm with (an invented person of a demo, the agency's own provider) signs in once more.

    Whoever did confirm goes on under another session key, for twelve hours more.
    """

    def confirm(request: HttpRequest, **told: Any) -> HttpResponse:
        if not get_reauthentication_flows(request.user):
            return HttpResponseRedirect(f"/sign-in?{urlencode({'next': request.GET.get('next', '/')})}")
        before = get_authentication_records(request, request.user)[-1:]
        answer = view(request, **told)
        if get_authentication_records(request, request.user)[-1:] != before:
            begin_anew(request.session)
            get_deployment().sittings.revoke()
            write_down("confirmed", by_request(request), request.user.staff.id)  # type: ignore[union-attr]
        return answer

    return confirm


def confirmed(view: Confirm) -> Confirm:
    """A page that changes who may do what: opened only by somebody who showed within ten minutes who they are (ASVS 7.5.3)."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **told: Any) -> HttpResponse:
        if getattr(request, "actor", None) is None or did_recently_reauthenticate(request):
            return view(request, *args, **told)
        back = request.get_full_path().removesuffix("/do")  # a button is pressed again on its page
        first = get_adapter().get_reauthentication_methods(request.user)[0]["url"]
        return HttpResponseRedirect(f"{first}?{urlencode({'next': back})}")

    return guarded


guard = page(SIGNED_IN)


confirm_by_password = guard(with_a_way(account_views.reauthenticate))


confirm_by_code, confirm_by_passkey = guard(with_a_way(base.reauthenticate)), guard(with_a_way(webauthn.reauthenticate_webauthn))


second_factor, passkey_sign_in = base.authenticate, PasskeySignIn.as_view()
