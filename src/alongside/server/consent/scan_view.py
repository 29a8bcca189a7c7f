"""The photo or scan of one consent's paper."""

from django.http import Http404, HttpRequest, HttpResponse

from alongside.server.attach.delivering import deliver
from alongside.server.consent.finding import find_person, find_scan
from alongside.server.site.looking import look, read_file
from alongside.server.site.routes import page


@page("consent")
def scan(request: HttpRequest, person: str, consent: str) -> HttpResponse:
    """The file, where the reader may have it; the same 404 for everybody else and for what does not exist."""
    with look(request) as seen:
        reference = find_scan(seen, find_person(seen, person), consent)
    filed = read_file(request, reference, "treatment") if reference else None
    if filed is None:
        raise Http404(consent)
    return deliver(filed, "consent")
