"""Optimise: every figure in the address, so that an address is a whole question; the twin's answer under it as soon as there is one."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from alongside.server.plan.board.living import can_live
from alongside.server.plan.board.today import jobs, plans, today_plan
from alongside.server.plan.optimise.asked import Wanted, query_of, read_wanted
from alongside.server.plan.optimise.kinds import kinds_of
from alongside.server.plan.optimise.question import Question
from alongside.server.plan.optimise.reckoning import question
from alongside.server.plan.optimise.showing import show_form, show_result
from alongside.server.site.routes import page


@page("plan")
def optimise(request: HttpRequest) -> HttpResponse:
    """The goal and what meets it. With ``part`` only the answer, for the page to refresh itself."""
    today = today_plan()
    kinds = kinds_of(today)
    wanted, wrong = read_wanted(request.GET.dict(), kinds)
    told = {
        **show_form(wanted, kinds, wrong, request.GET.dict()),
        "query": urlencode(query_of(wanted)),
        "can_live": can_live(),
    }
    if can_live() and kinds and not wrong:
        asked = question(wanted, today)
        told |= show_result(asked) if asked else {"is_reckoning": True}
    if request.GET.get("part") == "result" and not wrong:
        return render(request, "plan/optimise_result.html", told)
    return render(request, "plan/optimise.html", told, status=400 if wrong else 200)


@page("plan")
def prove(request: HttpRequest) -> HttpResponse:
    """Have the candidates lived in the twin."""
    asked, back = _asked(request)
    if request.method == "POST" and asked is not None and asked.found:
        jobs().ask(asked.job(), request.actor.staff)
    return back


@page("plan")
def stop(request: HttpRequest) -> HttpResponse:
    """Enough; what is known so far stays."""
    asked, back = _asked(request)
    if request.method == "POST" and asked is not None and asked.found:
        jobs().stop(asked.job().mark())
    return back


@page("plan")
def on_board(request: HttpRequest) -> HttpResponse:
    """One candidate among today's other teams, on the planning board."""
    asked, back = _asked(request)
    chosen = [one for one in asked.found if one.name == request.GET.get("candidate")] if asked else []
    if asked is None or not chosen:
        return back
    return HttpResponseRedirect(reverse("plan_board", args=[plans().keep(asked.plan(chosen[0]))]))


def _asked(request: HttpRequest) -> tuple[Question | None, HttpResponse]:
    """The question of the address, and the way back to its page."""
    today = today_plan()
    wanted, wrong = read_wanted(request.GET.dict(), kinds_of(today))
    is_able = can_live() and bool(wanted.goal.crew_kind) and not wrong
    return (question(wanted, today) if is_able else None), _back(wanted)


def _back(wanted: Wanted) -> HttpResponse:
    return HttpResponseRedirect(f"{reverse('plan_optimise')}?{urlencode(query_of(wanted))}#result")
