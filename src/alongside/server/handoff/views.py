"""The places' pages. A place's own people see their place and no other; supervisors see the list."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from alongside.core.party import Actor
from alongside.server.handoff.page import list_here, place_line, place_page
from alongside.server.handoff.released import find_released
from alongside.server.site.deployment import get_deployment
from alongside.server.site.looking import look, read_words, show
from alongside.server.site.routes import page
from alongside.server.site.telling import references_of, tell_said_back


def must_be_theirs(actor: Actor, facility: str) -> None:
    """A place that does not exist and a place that is not theirs are the same answer: 404."""
    if facility not in get_deployment().rules.facilities or (actor.role != "supervisor" and actor.seat != facility):
        raise Http404(facility)


@page("facility")
def places(request: HttpRequest) -> HttpResponse:
    """All places, for supervisors; a place's own people go straight to theirs."""
    actor = request.actor
    if actor.role != "supervisor":
        if actor.seat not in get_deployment().rules.facilities:
            return render(request, "handoff/nowhere.html")
        return HttpResponseRedirect(reverse("place", args=[actor.seat]))
    with look(request) as seen:
        rows = [place_line(seen, id) for id in seen.asking.rules.facilities]
    return show(request, "handoff", "places", {"places": rows})


@page("facility")
def place(request: HttpRequest, facility: str) -> HttpResponse:
    """Coming and here, capacity, nothing else."""
    must_be_theirs(request.actor, facility)
    with look(request) as seen:
        ids = list_here(seen.view, facility)
        people = [(one, seen.asking.incident(one.incident)) for id in ids if (one := seen.view.board.episodes.find(id))]
        released = find_released(people)
    with look(request) as seen:
        told = place_page(seen.view, seen.asking, seen.asking.rules.facilities[facility], released)
    tell_said_back(told["coming"], read_words(request, references_of(told["coming"]), "response"))
    return show(request, "handoff", "place", told)
