"""Our own sheet about a hold, to copy from: headed “worksheet, not the legal application”, because the law's form is the county's own."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from alongside.server.holds.rows import hold_row, last_hold
from alongside.server.site.looking import look, read_words
from alongside.server.site.persons import person_row
from alongside.server.site.purposes import purpose_of
from alongside.server.site.routes import page
from alongside.server.site.telling import tell_all


@page("hold")
def sheet(request: HttpRequest, episode: str) -> HttpResponse:
    """What is known of it, in the order in which such forms ask; what is not known is a line to write on."""
    with look(request) as seen:
        found = seen.episode(episode)
        one = last_hold(seen, found.id)
        row, told = hold_row(seen, one), person_row(seen.view, found)
        law = seen.deployment.names.label(f"jurisdiction.{one.jurisdiction}", seen.view.language)
    facts = tell_all(read_words(request, row["references"], purpose_of(request.actor)), row["references"])
    notices = getattr(request, "notices", None)
    return render(request, "holds/sheet.html", {**told, "one": row, "facts": facts, "law": law, "notices": notices})
