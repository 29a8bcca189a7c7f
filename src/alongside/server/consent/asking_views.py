"""The pages on which consent is asked for: which kind, its form in steps, the same on paper."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from alongside.core.consent.kinds import KINDS
from alongside.server.consent.finding import find_episode, find_person
from alongside.server.consent.offering import list_kinds, tell_form
from alongside.server.site.looking import look, show
from alongside.server.site.routes import page
from alongside.server.site.rows import Row


@page("consent")
def ask(request: HttpRequest, person: str) -> HttpResponse:
    """First which kind; then that kind's form, in steps."""
    about = request.GET.get("about", "")
    with look(request) as seen:
        found = find_person(seen, person)
        told: Row = {"person": person, "kinds": list_kinds(), "episode": find_episode(seen, found)}
        if about in KINDS:
            told["form"] = tell_form(seen, found, about)
    return show(request, "consent", "ask", told)


@page("consent")
def paper(request: HttpRequest, person: str) -> HttpResponse:
    """The same on paper, to be filled in by hand: it holds every element and nobody's name."""
    about = request.GET.get("about", "")
    if about not in KINDS:
        raise Http404(about)
    with look(request) as seen:
        told = {"person": person, "form": tell_form(seen, find_person(seen, person), about)}
    return render(request, "consent/paper.html", told)
