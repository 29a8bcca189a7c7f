"""Photos and scans among the pieces of a request for records: looked at before it is decided, and whole in what goes out."""

from collections.abc import Iterable

from django.http import Http404, HttpRequest, HttpResponse

from alongside.core.party import Reference
from alongside.server.attach.delivering import deliver
from alongside.server.custodian.pieces import find_release, list_reached
from alongside.server.records.filing import Filed
from alongside.server.site.kept import sharing_rules
from alongside.server.site.looking import read_file
from alongside.server.site.routes import page


def read_files(request: HttpRequest, references: Iterable[Reference]) -> dict[str, Filed]:
    """Those of them that are files, by vault id, each reading noted; what may not go out is not among them."""
    found = {one.vault_id: read_file(request, one, "release") for one in references if is_file(one)}
    return {id: filed for id, filed in found.items() if filed}


def is_file(one: Reference) -> bool:
    """Whether it holds a photo or scan."""
    return one.field in sharing_rules().fields.files


@page("custodian")
def asked_paper(request: HttpRequest, id: str) -> HttpResponse:
    """The paper that asks for the records: a subpoena, an order, a letter."""
    for filed in read_files(request, find_release(request, id).words).values():
        return deliver(filed, "request")
    raise Http404(id)


@page("custodian")
def piece_file(request: HttpRequest, id: str, piece: str) -> HttpResponse:
    """One of them, for the privacy officer who decides whether it goes out."""
    references = [one.reference for one in list_reached(request, find_release(request, id)) if one.reference.vault_id == piece]
    for filed in read_files(request, references).values():
        return deliver(filed, f"piece-{piece[:8]}")
    raise Http404(piece)
