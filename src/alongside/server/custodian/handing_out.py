"""What goes out is made here from the signed log, and the ledger keeps its hash."""

from secrets import token_urlsafe

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from alongside.core.custodian.requests import HandOutRelease
from alongside.core.custodian.state import Release
from alongside.server.custodian.asking import ask
from alongside.server.custodian.files import read_files
from alongside.server.custodian.notice import list_notice
from alongside.server.custodian.package import Package, digest_of, make_package
from alongside.server.custodian.pieces import find_release, list_reached
from alongside.server.custodian.whom import number_of
from alongside.server.site.looking import look, read_words
from alongside.server.site.routes import page


@require_POST
@page("custodian")
def hand_out(request: HttpRequest, id: str) -> HttpResponse:
    """It goes out: how, how much, and the hash of exactly what."""
    digest = digest_of(package_of(request, find_release(request, id)))
    told = {"release": id, "how": request.POST.get("how", ""), "digest": digest}
    return ask(request, HandOutRelease(id=token_urlsafe(16), by=request.actor, **told), id)


def package_of(request: HttpRequest, release: Release) -> Package:
    """The package, its words read through the vault and noted."""
    reached = list_reached(request, release)
    shown = [one.reference for one in reached if one.piece.shown]
    words, files = read_words(request, shown, "release"), read_files(request, shown)
    with look(request) as seen:
        number = number_of(seen.view.board, release.about_kind, release.about)
        notice = list_notice(seen, words.notices)
    return make_package(release, number, reached, words, notice, files)
