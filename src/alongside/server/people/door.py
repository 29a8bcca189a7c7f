"""What stands at the door: cards or fields, the notice, who may pick a card, and what somebody turned away reads."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from alongside.server.people.cards import list_cards
from alongside.server.people.turning_away import WRONG
from alongside.server.site.deployment import get_deployment

PASSED_ON = ("HTTP_X_FORWARDED_FOR", "HTTP_FORWARDED", "HTTP_X_REAL_IP", "HTTP_VIA")  # a server in front speaks for somebody elsewhere


def may_pick(request: HttpRequest) -> bool:
    """One-click sign-in exists on a demo ledger, on a server only this machine can reach, for a browser on it."""
    deployment, told = get_deployment(), request.META
    is_near = told.get("REMOTE_ADDR", "") in ("127.0.0.1", "::1", "") and not any(name in told for name in PASSED_ON)
    return deployment.is_demo and deployment.options.is_loopback and is_near


def what_is_shown(request: HttpRequest, wrong: str) -> dict[str, Any]:
    """Everything on the page."""
    rules = settings.SIGN_IN
    return {
        "cards": list_cards(get_deployment()) if may_pick(request) else [],
        "wrong": wrong,
        "next": request.POST.get("next") or request.GET.get("next", ""),
        "show_banner": rules.show_banner,
        "banner": rules.banner.get(get_language() or "en", ""),
        "oidc": rules.oidc,
    }


def has_agreed(request: HttpRequest) -> bool:
    """Whether the notice was accepted, where there is one (AC-8)."""
    agreed = not settings.SIGN_IN.show_banner or bool(request.POST.get("agreed"))
    if not agreed:
        request.session[WRONG] = "agree"
    return agreed


def take_reason(request: HttpRequest) -> str:
    """The sentence for somebody turned away; told once."""
    sentences = {
        "closed": _("This account is closed. Ask the administrator."),
        "passkey": _("The passkey was not accepted. Try again, or use name and password."),
        "provider": _("Your organization's sign-in did not say who you are here. Ask the administrator."),
        "agree": _("Read the notice and accept it first."),
    }
    return sentences.get(request.session.pop(WRONG, ""), "")
