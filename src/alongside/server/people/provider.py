"""Sign-in through the agency's own identity provider: it says who somebody is; whether they may enter, and as what, is decided here."""

from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.http import HttpRequest

from alongside.server.people.careful import CarefulSession
from alongside.server.people.models import Staff
from alongside.server.people.standing import why_closed
from alongside.server.people.turning_away import turn_away
from alongside.server.people.written import By, write_down


class ProviderAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Only staff an administrator added enter; nobody signs up."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Never."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Find who this is by the claim the agency named; whoever was found once stays bound to the provider's own subject."""
        if sociallogin.is_existing:
            staff = Staff.objects.filter(user=sociallogin.user).first()
        else:
            staff = Staff.objects.select_related("user").filter(id=find_claim(sociallogin.account.extra_data), from_roster=False).first()
        if staff is None or why_closed(staff):
            raise ImmediateHttpResponse(turn_away(request, "provider" if staff is None else "closed"))
        if not sociallogin.is_existing:
            bind(request, sociallogin, staff)
        request.session["by_provider"] = staff.id  # whose: the session may go on to somebody else

    def get_requests_session(self) -> CarefulSession:
        """How the provider is asked."""
        return CarefulSession()

    def get_connect_redirect_url(self, request: HttpRequest, socialaccount: Any) -> str:
        """One's own account, for whoever asks to be bound while signed in; it binds nobody else than the claim names."""
        return "/account/"

    def on_authentication_error(self, request: HttpRequest, provider: Any, **told: Any) -> None:
        """The provider said no, or somebody turned back: to the door."""
        raise ImmediateHttpResponse(turn_away(request, "provider"))


def bind(request: HttpRequest, sociallogin: Any, staff: Staff) -> None:
    """The first subject who says they are this person stays it; a second one is turned away until an administrator takes that away."""
    source = request.META.get("REMOTE_ADDR", "")
    if SocialAccount.objects.filter(user=staff.user).exists():
        write_down("provider_refused", By("", source), staff.id)
        raise ImmediateHttpResponse(turn_away(request, "provider"))
    sociallogin.connect(request, staff.user)
    write_down("provider_bound", By(staff.id, source), staff.id)


def find_claim(told: dict[str, Any]) -> str:
    """The staff id within what the provider told."""
    name = settings.SIGN_IN.oidc.claim
    return str(next((part[name] for part in (told.get("userinfo") or {}, told.get("id_token") or {}, told) if part.get(name)), ""))
