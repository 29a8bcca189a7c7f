"""Showing a second factor: at sign-in, alone, or once more before changing how one signs in."""

from typing import Any

from allauth.account import views as account_views
from allauth.account.internal.flows.login import record_authentication
from allauth.account.models import Login
from allauth.mfa.base import views as base
from allauth.mfa.webauthn import views as webauthn
from allauth.mfa.webauthn.internal import flows
from django.http import HttpResponse

from alongside.server.people.arriving import way_on
from alongside.server.people.going_on import with_a_way
from alongside.server.people.turning_away import turn_away
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


guard = page(SIGNED_IN)


confirm_by_password = guard(with_a_way(account_views.reauthenticate))


confirm_by_code, confirm_by_passkey = guard(with_a_way(base.reauthenticate)), guard(with_a_way(webauthn.reauthenticate_webauthn))


second_factor, passkey_sign_in = base.authenticate, PasskeySignIn.as_view()
