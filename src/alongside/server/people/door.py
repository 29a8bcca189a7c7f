"""What stands at the door: cards or fields, the notice, and who may pick a card."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language

from alongside.server.people.cards import list_cards
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
        request.session["sign_in_wrong"] = "agree"
    return agreed
