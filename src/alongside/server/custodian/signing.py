"""The second signature: under the log as the server has it."""

from secrets import token_urlsafe

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from alongside.core.custodian.requests import SignRelease
from alongside.server.custodian.asking import ask
from alongside.server.custodian.pieces import as_signed, find_release, list_reached, log_digest
from alongside.server.site.routes import page


@require_POST
@page("custodian")
def sign(request: HttpRequest, id: str) -> HttpResponse:
    """The page's log must still be the one that stands: ``seen`` is its digest; another is shown again instead."""
    pieces = as_signed(list_reached(request, find_release(request, id)))
    if request.POST.get("seen") != log_digest(pieces):
        return HttpResponseRedirect(reverse("records_release", args=[id]) + "?changed=1")
    return ask(request, SignRelease(id=token_urlsafe(16), by=request.actor, release=id, pieces=pieces), id)
