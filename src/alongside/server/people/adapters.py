"""What allauth asks of us: who may enter, where they go then, and how second factors are kept."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from alongside.server.people.arriving import arrive
from alongside.server.people.lockout import is_own_password
from alongside.server.people.secrets import open_secret, seal_secret
from alongside.server.people.standing import why_closed
from alongside.server.people.turning_away import turn_away


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts are made by an administrator, never by signing up; no mail is sent."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """The address of whoever speaks to this server; a proxy's own words about others are not believed."""
        return str(request.META.get("REMOTE_ADDR") or "127.0.0.1")

    def pre_login(self, request: HttpRequest, user: Any, **told: Any) -> HttpResponse | None:
        """A closed account is turned away, whichever way it came."""
        staff = getattr(user, "staff", None)
        return turn_away(request) if staff is None or why_closed(staff) else None

    def post_login(self, request: HttpRequest, user: Any, **told: Any) -> HttpResponse:
        """Note the session, sit down, go on."""
        super().post_login(request, user, **told)
        return HttpResponseRedirect(arrive(request, user.staff, told.get("redirect_url") or "/"))

    def reauthenticate(self, user: Any, password: str) -> bool:
        """The password once more, under the same lock-out."""
        return is_own_password(user, password, self.get_client_ip(self.request))

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """One's own account, after confirming who one is."""
        return "/account/"

    def send_notification_mail(self, *args: Any, **told: Any) -> None:
        """Changes are written down, and shown on one's account; no mail leaves."""


class FactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Second factors: sealed under a key derived from the vault's, named plainly."""

    def encrypt(self, text: str) -> str:
        """The secret of an authenticator app or of recovery codes, sealed."""
        return seal_secret(text)

    def decrypt(self, encrypted_text: str) -> str:
        """The same, opened; where it does not open, one that no code fits."""
        return open_secret(encrypted_text)

    def get_totp_issuer(self) -> str:
        """What an authenticator app shows."""
        return "Alongside"

    def generate_authenticator_name(self, user: Any, type: Any) -> str:
        """The name offered for a new passkey."""
        return _("This device")
