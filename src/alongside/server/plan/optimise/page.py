"""Optimise: every figure in the address, so that an address is a whole question; the twin's answer under it as soon as there is one."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from alongside.server.plan.board.kept import jobs, keep_plan
from alongside.server.plan.board.refusals import say_why
from alongside.server.plan.optimise.asked import Wanted, query_of
from alongside.server.plan.optimise.asking import read_asking
from alongside.server.plan.optimise.whole_page import shown
from alongside.server.plan.own import in_own_world
from alongside.server.site.routes import page
from alongside.twin.whatif.moves import CannotBe


@page("plan")
@in_own_world
def optimise(request: HttpRequest) -> HttpResponse:
    """The goal and what meets it. With ``part`` only the answer, for the page to refresh itself."""
    return shown(request, read_asking(request))


@page("plan")
@in_own_world
def prove(request: HttpRequest) -> HttpResponse:
    """Have the candidates lived in the twin."""
    asking = read_asking(request)
    found = asking.answer()
    try:
        if request.method == "POST" and found is not None and found.found:
            jobs().ask(found.job(), request.actor.staff)
    except CannotBe as wrong:
        return shown(request, asking, say_why(wrong))
    return _back(asking.wanted)


@page("plan")
@in_own_world
def stop(request: HttpRequest) -> HttpResponse:
    """Enough; what is known so far stays."""
    asking = read_asking(request)
    found = asking.answer()
    if request.method == "POST" and found is not None and found.found:
        jobs().stop(found.job().mark())
    return _back(asking.wanted)


@page("plan")
@in_own_world
def on_board(request: HttpRequest) -> HttpResponse:
    """One candidate among today's other teams, on the planning board."""
    asking = read_asking(request)
    found = asking.answer()
    chosen = next((one for one in found.found if one.name == request.GET.get("candidate")), None) if found else None
    if found is None or chosen is None:
        return _back(asking.wanted)
    try:
        mark = keep_plan(found.plan(chosen))
    except CannotBe as wrong:
        return shown(request, asking, say_why(wrong))
    return HttpResponseRedirect(reverse("plan_board", args=[mark]))


def _back(wanted: Wanted) -> HttpResponse:
    return HttpResponseRedirect(f"{reverse('plan_optimise')}?{urlencode(query_of(wanted))}#result")
