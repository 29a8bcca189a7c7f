"""Signing in and out. On a demo ledger reached only from this machine: one click on an invented person. Otherwise: a password."""

from django.contrib.auth import login, logout
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST

from alongside.server.people.cards import list_cards
from alongside.server.people.lockout import check, why_not
from alongside.server.people.models import Staff
from alongside.server.people.seats import sit_down
from alongside.server.site.deployment import get_deployment

PASSED_ON = ("HTTP_X_FORWARDED_FOR", "HTTP_FORWARDED", "HTTP_X_REAL_IP", "HTTP_VIA")  # a server in front speaks for somebody elsewhere
BACKEND = "django.contrib.auth.backends.ModelBackend"


def may_pick(request: HttpRequest) -> bool:
    """One-click sign-in exists on a demo ledger, on a server only this machine can reach, for a browser on it."""
    deployment, told = get_deployment(), request.META
    is_near = told.get("REMOTE_ADDR", "") in ("127.0.0.1", "::1", "") and not any(name in told for name in PASSED_ON)
    return deployment.is_demo and deployment.options.is_loopback and is_near


@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """The cards of a demo, or name and password."""
    wrong = ""
    if request.method == "POST":
        user = pick(request) if "staff" in request.POST else check(request)
        if user is not None:
            return enter(request, user)
        wrong = why_not(request.POST.get("name", ""))
    told = {"cards": list_cards(get_deployment()) if may_pick(request) else [], "wrong": wrong, "next": request.GET.get("next", "")}
    return render(request, "people/sign_in.html", told, status=401 if wrong else 200)


def pick(request: HttpRequest) -> AbstractBaseUser:
    """An invented person of the demo."""
    if not may_pick(request):
        raise PermissionDenied("one-click sign-in is for demos on this machine")
    return get_object_or_404(Staff, id=request.POST["staff"], from_roster=True, user__is_active=True).user


def enter(request: HttpRequest, user: AbstractBaseUser) -> HttpResponse:
    """Begin the session, sit down where this person works, go on."""
    login(request, user, backend=BACKEND)
    request.session["workstation"] = request.META.get("REMOTE_ADDR", "")
    onwards = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(onwards, {request.get_host()}):
        onwards = "/"
    return HttpResponseRedirect(sit_down(request, get_object_or_404(Staff, user=user)) or onwards)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session everywhere at once. The desk keeps its person until it is left or relieved: responsibility is not a session."""
    logout(request)
    get_deployment().sittings.revoke()
    return HttpResponseRedirect("/sign-in")
