"""Optimise: every figure in the address, so that an address is a whole question; the twin's answer under it as soon as there is one."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from alongside.server.plan.board.kept import jobs, keep_plan
from alongside.server.plan.board.living import can_live
from alongside.server.plan.board.refusals import say_why
from alongside.server.plan.optimise.asked import Wanted, query_of
from alongside.server.plan.optimise.asking import Asking, read_asking
from alongside.server.plan.optimise.form import show_form
from alongside.server.plan.optimise.showing import show_result
from alongside.server.site.routes import page
from alongside.twin.whatif.moves import CannotBe


@page("plan")
def optimise(request: HttpRequest) -> HttpResponse:
    """The goal and what meets it. With ``part`` only the answer, for the page to refresh itself."""
    return _shown(request, read_asking(request))


def _shown(request: HttpRequest, asking: Asking, refused: str = "") -> HttpResponse:
    """With a sentence where something could not be."""
    told = show_form(asking.wanted, asking.kinds, asking.wrong, request.GET.dict())
    told |= {"query": urlencode(query_of(asking.wanted)), "can_live": can_live()}
    if asking.is_able:
        found = asking.answer()
        told |= show_result(found) if found else {"is_reckoning": True}
    if request.GET.get("part") == "result" and not asking.wrong:
        return render(request, "plan/optimise_result.html", told)
    return render(request, "plan/optimise.html", told | {"refused": refused}, status=400 if asking.wrong or refused else 200)


@page("plan")
def prove(request: HttpRequest) -> HttpResponse:
    """Have the candidates lived in the twin."""
    asking = read_asking(request)
    found = asking.answer()
    try:
        if request.method == "POST" and found is not None and found.found:
            jobs().ask(found.job(), request.actor.staff)
    except CannotBe as wrong:
        return _shown(request, asking, say_why(wrong))
    return _back(asking.wanted)


@page("plan")
def stop(request: HttpRequest) -> HttpResponse:
    """Enough; what is known so far stays."""
    asking = read_asking(request)
    found = asking.answer()
    if request.method == "POST" and found is not None and found.found:
        jobs().stop(found.job().mark())
    return _back(asking.wanted)


@page("plan")
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
        return _shown(request, asking, say_why(wrong))
    return HttpResponseRedirect(reverse("plan_board", args=[mark]))


def _back(wanted: Wanted) -> HttpResponse:
    return HttpResponseRedirect(f"{reverse('plan_optimise')}?{urlencode(query_of(wanted))}#result")
