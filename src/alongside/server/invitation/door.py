"""Where a link leads. Opening it (GET, HEAD, a scanner of mail) shows the same page for every link, known or not, and changes nothing."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from alongside.server.invitation.pace import PACE
from alongside.server.site.invited.holding import Answered, Held, answer, find_held, may_look
from alongside.server.site.invited.shows import SHOWS
from alongside.server.site.invited.telling import tell_held
from alongside.server.site.routes import OPEN, page


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@page(OPEN)
def door(request: HttpRequest, token: str) -> HttpResponse:
    """One address: closed by default, shown to link and PIN, answered by the PIN once more."""
    request.sitting = request.actor = None  # whoever is signed in here reads and answers as the receiver, not as themselves
    return _quiet(_tried(request, token) if request.method == "POST" else _closed(request))


def _tried(request: HttpRequest, token: str) -> HttpResponse:
    """Unknown, over, locked and a wrong PIN are one answer.

    A link has its own pace: nobody who tries links that were never made keeps a place from answering, also behind one proxy.
    """
    held, pin = find_held(token), request.POST.get("pin", "")[:40]
    if not PACE.allows(f"link {held.id}" if held else request.META.get("REMOTE_ADDR", "")):
        return _closed(request, _("Too many tries from here. Wait five minutes, or answer by phone."))
    if held is None or not may_look(held, pin):
        return _closed(request, _("The PIN does not fit, or the link is over. Ask whoever called you for the PIN, or for a new link."))
    request.actor = held.actor
    is_answer = request.POST.get("step") == "answer"
    said = {name: str(value) for name, value in request.POST.items()}
    return _shown(request, held, answer(held, pin, said) if is_answer else Answered())


def _shown(request: HttpRequest, held: Held, came: Answered) -> HttpResponse:
    """What was sent, as the rules of sharing let this receiver see it, and the forms that answer."""
    shown = SHOWS[held.purpose]
    told = shown.make(request, held)
    return render(request, "invitation/shown.html", {**tell_held(request, held, came), **told, "template": shown.template})


def _closed(request: HttpRequest, why: str = "") -> HttpResponse:
    return render(request, "invitation/closed.html", {"why": why})


def _quiet(response: HttpResponse) -> HttpResponse:
    """Nobody lists it, nobody keeps it."""
    response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    return response
