"""What the person wrote on paper when they asked to have something put right."""

from django.http import Http404, HttpRequest, HttpResponse

from alongside.core.party import Reference
from alongside.server.attach.delivering import deliver
from alongside.server.site.looking import Look, look, read_file
from alongside.server.site.routes import page

SCAN = "amendment_scan"


def find_paper(seen: Look, person: str, id: str) -> Reference | None:
    """The photo or scan of that request of this person's."""
    one = seen.view.board.amendments.find(id)
    words = one.words if one and one.person == person else ()
    return next((word for word in words if word.field == SCAN), None)


@page("rights")
def amendment_paper(request: HttpRequest, person: str, amendment: str) -> HttpResponse:
    """The photo or scan, where there is one; the same 404 for what does not exist."""
    with look(request) as seen:
        reference = find_paper(seen, person, amendment)
    filed = read_file(request, reference, "operations") if reference else None
    if filed is None:
        raise Http404(amendment)
    return deliver(filed, "request")
