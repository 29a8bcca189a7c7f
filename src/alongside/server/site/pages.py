"""Home, language, health for people, and what is shown when something cannot be."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from alongside.server.audit.alarm_page import list_troubles
from alongside.server.site.deployment import get_deployment
from alongside.server.site.health import look, short
from alongside.server.site.routes import OPEN, SIGNED_IN, allows, page

# The first of these a role may see is its home; the page must exist in this deployment.
HOMES = (
    ("staff", "administrator", "staff"),
    ("intake", "call_taker", "intake_new"), ("console", "", "dispatch"), ("facility", "nurse", "places"),
    ("follow_up", "case_manager", "follow_up"), ("referred", "referral_partner", "referred"), ("sharing", "privacy_officer", "sharing"),
    ("field", "", "field"), ("measures", "", "measures"),
)  # fmt: skip


@page(SIGNED_IN)
def home(request: HttpRequest) -> HttpResponse:
    """Sends each role to its own first page."""
    actor = request.actor  # type: ignore[attr-defined]
    for what, role, name in HOMES:
        if allows(actor, what) and role in ("", actor.role):
            try:
                return HttpResponseRedirect(reverse(name))
            except NoReverseMatch:
                continue
    return render(request, "site/home.html")


@require_POST
@page(OPEN)
def set_language(request: HttpRequest) -> HttpResponse:
    """Remember the language chosen and go back."""
    back = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(back, {request.get_host()}):
        back = "/"
    response = HttpResponseRedirect(back)
    code = request.POST.get("language", "")
    if code in dict(settings.LANGUAGES):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME, code, max_age=365 * 86_400, httponly=True, samesite="Lax", secure=settings.LANGUAGE_COOKIE_SECURE
        )
    return response


@page(OPEN)
def health(request: HttpRequest) -> HttpResponse:
    """How the server is, for people; machines get the same as JSON from the thin path."""
    seen = look(get_deployment(), allows(request.actor, "console"))  # type: ignore[attr-defined]
    seen = seen if request.actor else short(seen)  # type: ignore[attr-defined]
    told = {"seen": seen, "audit": list_troubles(get_deployment()), "scanner": get_deployment().scanner.state}
    return render(request, "site/health.html", told, status=200 if seen["well"] else 503)


def not_understood(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: a name this server does not bear, or more than it takes. No page of ours sends this, so it needs no template."""
    return HttpResponse(_("The page could not be made"), status=400, content_type="text/plain; charset=utf-8")


def not_allowed(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: whose page it is, and where to go."""
    return _sorry(request, 403, _("This page is not for your role"), _("Go back, or sign in as somebody whose work it is."))


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404, the same for what does not exist and what may not be known to exist."""
    return _sorry(request, 404, _("There is no such page"), _("Check the address, or start from your first page."))


def failed(request: HttpRequest) -> HttpResponse:
    """500: what is safe and what to do."""
    return _sorry(
        request, 500, _("The page could not be made"), _("Nothing you sent before is lost. Try again; if it stays, tell the administrator.")
    )


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was not ours, or cookies are off."""
    return _sorry(
        request, 403, _("This form could not be checked"), _("Allow cookies for this address, load the page again, and send it once more.")
    )


def _sorry(request: HttpRequest, status: int, title: str, remedy: str) -> HttpResponse:
    return render(request, "site/sorry.html", {"title": title, "remedy": remedy, "status": status}, status=status)
