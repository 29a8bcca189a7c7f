"""A threat file is opened: about somebody with a record here, by who has to do with them; or about somebody only named in it."""

from django.http import Http404, HttpRequest, HttpResponse

from alongside.core.threat.terms import HEALTH
from alongside.server.site.cases_of import name_references
from alongside.server.site.looking import Look, look, read_words, show
from alongside.server.site.purposes import purpose_of
from alongside.server.site.routes import page
from alongside.server.site.rows import Row
from alongside.server.threat.coded import offer


@page("threat")
def new(request: HttpRequest) -> HttpResponse:
    """About somebody without a record here."""
    with look(request) as seen:
        told = _told(seen)
    return show(request, "threat", "new", told)


@page("threat")
def about(request: HttpRequest, person: str) -> HttpResponse:
    """About somebody whose record the asker may open."""
    with look(request) as seen:
        found = seen.record(person)
        told, references = {**_told(seen), "person": found.id}, name_references(seen.view.board, found.id)
    words = read_words(request, references, purpose_of(request.actor))
    return show(request, "threat", "new", {**told, "name": " ".join(words[one.vault_id] for one in references if one.vault_id in words)})


def _told(seen: Look) -> Row:
    """What the form offers; 404 where the reader could not answer for a file."""
    rules, by = seen.asking.rules.threat, seen.actor
    if by.agency not in rules.agencies or by.role not in rules.leads:
        raise Http404
    return {"because": offer("because"), "is_health": by.role in HEALTH, "days": rules.first_ms // 86_400_000, "person": "", "name": ""}
