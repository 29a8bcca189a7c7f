"""The package of one request for records: its words and files read through the vault, and the notice that goes with them."""

from django.http import HttpRequest

from alongside.core.custodian.state import Release
from alongside.server.custodian.files import read_files
from alongside.server.custodian.notice import list_notice
from alongside.server.custodian.package import Package, make_package
from alongside.server.custodian.pieces import list_reached
from alongside.server.custodian.whom import number_of
from alongside.server.site.looking import look, read_words


def package_of(request: HttpRequest, release: Release) -> Package:
    """The package, its words read through the vault and noted."""
    reached = list_reached(request, release)
    shown = [one.reference for one in reached if one.piece.shown]
    words, files = read_words(request, shown, "release"), read_files(request, shown)
    with look(request) as seen:
        number = number_of(seen.view.board, release.about_kind, release.about)
        notice = list_notice(seen, words.notices)
    return make_package(release, number, reached, words, notice, files)
