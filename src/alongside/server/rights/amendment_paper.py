"""What the person wrote on paper when they asked to have something put right."""

from django.http import Http404, HttpRequest, HttpResponse

from alongside.server.attach.delivering import deliver
from alongside.server.site.looking import look, read_file
from alongside.server.site.routes import page

SCAN = "amendment_scan"


@page("rights")
def amendment_paper(request: HttpRequest, person: str, amendment: str) -> HttpResponse:
    """The photo or scan, where there is one; the same 404 for what does not exist."""
    with look(request) as seen:
        one = seen.view.board.amendments.find(amendment)
        words = one.words if one and one.person == person else ()
    reference = next((word for word in words if word.field == SCAN), None)
    filed = read_file(request, reference, "operations") if reference else None
    if filed is None:
        raise Http404(amendment)
    return deliver(filed, "request")
