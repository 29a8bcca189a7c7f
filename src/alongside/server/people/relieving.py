"""Relieving somebody at a desk: whom it is responsible for is shown first, and accepted with it."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from alongside.core.codes import PartyKind
from alongside.core.party import Party
from alongside.core.rules import Desk
from alongside.server.people.seats import accept, find_desk, occupant
from alongside.server.roster.passing import list_charges
from alongside.server.site.deployment import get_deployment
from alongside.server.site.looking import look
from alongside.server.site.routes import SIGNED_IN, page
from alongside.server.site.sentences import say


@page(SIGNED_IN)
def relieve(request: HttpRequest) -> HttpResponse:
    """Somebody else sits at this desk: see whom it is responsible for, then accept all of them, or look on without a seat."""
    deployment, actor = get_deployment(), request.actor  # type: ignore[attr-defined]
    desk = find_desk(deployment, actor.seat)
    if desk is None or occupant(deployment, desk.id) == actor.staff:
        return HttpResponseRedirect("/")  # nothing to decide here
    refused = _relieve(request, desk) if request.method == "POST" else ""
    if request.method == "POST" and not refused:
        return HttpResponseRedirect("/")
    with look(request) as seen:
        told = {
            "rows": list_charges(seen, Party(PartyKind.POSITION, desk.id)),
            "desk": deployment.names.label(f"desk.{desk.id}", seen.view.language),
            "occupant": deployment.names.person(occupant(deployment, desk.id)),
            "refused": refused,
        }
    return render(request, "people/seat.html", told, status=409 if refused else 200)


def _relieve(request: HttpRequest, desk: Desk) -> str:
    """Take the desk over with everybody the page showed; why not, where somebody came to it meanwhile or it is not theirs to take."""
    deployment, actor = get_deployment(), request.actor  # type: ignore[attr-defined]
    receipt = accept(deployment, actor, desk, tuple(request.POST.getlist("episode")))
    if receipt.granted:
        return ""
    with look(request) as seen:
        return say(receipt.code, receipt.parameters, deployment.names, seen.view.board, seen.view.language)
