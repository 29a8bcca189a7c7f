"""The package to print, and as a file. Only once it is signed."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from alongside.core.custodian.state import Release
from alongside.server.custodian.package import digest_of, write_package
from alongside.server.custodian.packing import package_of
from alongside.server.custodian.pieces import find_release
from alongside.server.site.coded import word
from alongside.server.site.deployment import get_deployment
from alongside.server.site.routes import page


@page("custodian")
def package(request: HttpRequest, id: str) -> HttpResponse:
    """To print."""
    release = _signed(request, id)
    made, labels, language = package_of(request, release), get_deployment().vault.sharing.fields.labels, get_language() or "en"
    pieces = [{**one, "label": labels[one["field"]][language]} for one in made["pieces"]]
    left = [{"word": word("exemption", code), "count": count} for code, count in made["left_out"].items()]
    told = {"package": made, "pieces": pieces, "left": left, "asked": word("records_kind", release.asked), "digest": digest_of(made)}
    return render(request, "custodian/package.html", told)


@page("custodian")
def package_json(request: HttpRequest, id: str) -> HttpResponse:
    """The same as a file: its SHA-256 is the one in the ledger."""
    made = write_package(package_of(request, _signed(request, id)))
    return HttpResponse(made, content_type="application/json", headers={"Content-Disposition": f'attachment; filename="records-{id}.json"'})


def _signed(request: HttpRequest, id: str) -> Release:
    release = find_release(request, id)
    if not release.pieces:
        raise Http404(id)
    return release
