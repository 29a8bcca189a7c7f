"""What goes out is made here from the signed log, and the ledger keeps its hash."""

from secrets import token_urlsafe

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from alongside.core.custodian.requests import HandOutRelease
from alongside.server.custodian.asking import ask
from alongside.server.custodian.package import digest_of
from alongside.server.custodian.packing import package_of
from alongside.server.custodian.pieces import find_release
from alongside.server.site.routes import page


@require_POST
@page("custodian")
def hand_out(request: HttpRequest, id: str) -> HttpResponse:
    """It goes out: how, how much, and the hash of exactly what."""
    digest = digest_of(package_of(request, find_release(request, id)))
    told = {"release": id, "how": request.POST.get("how", ""), "digest": digest}
    return ask(request, HandOutRelease(id=token_urlsafe(16), by=request.actor, **told), id)
