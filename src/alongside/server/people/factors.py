"""allauth's pages for second factors, each behind our guard and written down."""

from typing import Any

from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.http import HttpResponse
from django.urls import reverse_lazy

from alongside.server.people.written import by_request, write_down
from alongside.server.site.routes import SIGNED_IN, page


class Noted:
    """Writes down what was done, and by whom."""

    done = ""

    def form_valid(self, form: Any) -> HttpResponse:
        """As allauth does it, then a row."""
        answer: HttpResponse = super().form_valid(form)  # type: ignore[misc]
        by = by_request(self.request)  # type: ignore[attr-defined]
        write_down(self.done, by, by.staff)
        return answer


class AddApp(Noted, totp.ActivateTOTPView):  # type: ignore[misc]
    """An authenticator app."""

    done = "app_added"


class RemoveApp(Noted, totp.DeactivateTOTPView):  # type: ignore[misc]
    """No authenticator app."""

    done = "app_removed"
    success_url = reverse_lazy("account")


class AddPasskey(Noted, webauthn.AddWebAuthnView):  # type: ignore[misc]
    """A passkey."""

    done = "passkey_added"


class RemovePasskey(Noted, webauthn.RemoveWebAuthnView):  # type: ignore[misc]
    """One passkey less."""

    done = "passkey_removed"
    success_url = reverse_lazy("account")


class RenewCodes(Noted, codes.GenerateRecoveryCodesView):  # type: ignore[misc]
    """New recovery codes; the old ones are worth nothing."""

    done = "codes_renewed"


guard = page(SIGNED_IN)
add_app, remove_app = guard(AddApp.as_view()), guard(RemoveApp.as_view())


add_passkey, remove_passkey = guard(AddPasskey.as_view()), guard(RemovePasskey.as_view())


renew_codes, view_codes = guard(RenewCodes.as_view()), guard(codes.ViewRecoveryCodesView.as_view())
