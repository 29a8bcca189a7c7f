"""The packet on the receiver's screen and on paper, and the sheet that somebody carries who need not know."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from alongside.core.codes import PartyKind
from alongside.server.handoff.packet import see_packet
from alongside.server.handoff.packet_read import read_packet
from alongside.server.site.looking import look, show
from alongside.server.site.persons import code_of
from alongside.server.site.routes import page


@page("facility")
def packet(request: HttpRequest, episode: str) -> HttpResponse:
    """For the place where the reader sits, or, for a supervisor, the one that has or may get the person."""
    with look(request) as seen:
        found = seen.episode(episode)
        one = seen.view.board.reservations.find(found.reservation)
        has = found.responsible.id if found.responsible and found.responsible.kind is PartyKind.FACILITY else ""
        facility = one.facility if one else has
        if not facility or (request.actor.role != "supervisor" and request.actor.seat != facility):
            raise Http404(episode)
        copied = see_packet(seen, found, facility)
    return show(request, "handoff", "packet", read_packet(request, copied, seen))


@page("incident")
def cover(request: HttpRequest, episode: str) -> HttpResponse:
    """Receiver and code, no word of anybody: whoever carries it, an officer too, learns nothing by it."""
    with look(request) as seen:
        found = seen.episode(episode)
        one = seen.view.board.reservations.find(found.reservation)
        if one is None:
            raise Http404(episode)
        told = {"label": seen.view.names.facility(one.facility), "code": code_of(found.id), "until": one.until}
    return render(request, "handoff/cover.html", told)
