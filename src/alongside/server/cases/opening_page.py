"""A case is opened for a person who is known: by who will work it, or by a supervisor who asks somebody."""

from django.http import Http404, HttpRequest, HttpResponse

from alongside.server.cases.coded import offer
from alongside.server.cases.rows import case_row, kinds_of, with_names, workers_of
from alongside.server.site.cases_of import name_references
from alongside.server.site.looking import look, read_words, show
from alongside.server.site.routes import page


@page("cases")
def begin(request: HttpRequest, person: str) -> HttpResponse:
    """For who has to do with the person now."""
    with look(request) as seen:
        found = seen.record(person)
        cases = [one for id in found.cases if (one := seen.view.board.cases.find(id))]
        rows = [case_row(seen, one) for one in cases if one.is_open]
        kinds = kinds_of(seen)
        if not kinds:
            raise Http404(person)
        row = {"name_references": name_references(seen.view.board, person)}
        told = {"kinds": kinds, "because": offer("because"), "workers": workers_of(seen), "person": person}
        desk = seen.actor.seat if seen.actor.role == "supervisor" else ""
    words = read_words(request, row["name_references"], "follow_up")
    with_names([row, *rows], words)
    return show(request, "cases", "open", {**told, "name": row["name"], "cases": rows, "desk": desk})
