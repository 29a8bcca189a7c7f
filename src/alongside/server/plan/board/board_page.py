"""The planning board: a plan's roster, and what it changes."""

from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from alongside.server.plan.board.changing import changed
from alongside.server.plan.board.refusals import say_why
from alongside.server.plan.board.showing_result import show_result
from alongside.server.plan.board.showing_roster import show_board
from alongside.server.plan.board.today import Question, jobs, plans, question, today_plan
from alongside.server.site.routes import page
from alongside.twin.whatif.moves import CannotBe
from alongside.twin.whatif.plan import BoardPlan


@page("plan")
def begin(request: HttpRequest) -> HttpResponse:
    """Today's roster and program, under its own address."""
    return HttpResponseRedirect(reverse("plan_board", args=[plans().keep(today_plan())]))


@page("plan")
def board(request: HttpRequest, mark: str) -> HttpResponse:
    """The plan of that address. With ``part`` only what was found, for the page to refresh itself."""
    asked = must_ask(mark)
    if request.GET.get("part") == "result":
        return render(request, "plan/board_result.html", show_result(asked, mark))
    return shown(request, asked, mark)


def shown(request: HttpRequest, asked: Question, mark: str, refused: str = "") -> HttpResponse:
    """The whole page; with a sentence where something could not be."""
    told: dict[str, Any] = show_board(asked, mark, request.GET.get("team", ""), before_of(request, mark)) | show_result(asked, mark)
    return render(request, "plan/board.html", told | {"refused": refused}, status=400 if refused else 200)


def before_of(request: HttpRequest, mark: str) -> BoardPlan | None:
    """The plan before the last change, to go back to."""
    before = request.GET.get("before", "")
    return plans().find(before) if before != mark else None


@page("plan")
def change(request: HttpRequest, mark: str) -> HttpResponse:
    """A change of the board: another plan under another address, this one stays what it is."""
    asked = must_ask(mark)
    if request.method != "POST":
        return HttpResponseRedirect(reverse("plan_board", args=[mark]))
    try:
        after = plans().keep(changed(asked.plan, request.POST, asked.world))
    except CannotBe as wrong:
        return shown(request, asked, mark, say_why(wrong))
    team, part = request.POST.get("team", ""), "#terms" if request.POST.get("back") == "terms" else ""
    told = {"before": mark if after != mark else "", "team": team}
    return HttpResponseRedirect(f"{reverse('plan_board', args=[after])}?{urlencode({k: v for k, v in told.items() if v})}{part}")


@page("plan")
def run(request: HttpRequest, mark: str) -> HttpResponse:
    """Have it tried."""
    asked = must_ask(mark)
    if request.method == "POST":
        jobs().ask(asked.job(), request.actor.staff)
    return HttpResponseRedirect(f"{reverse('plan_board', args=[mark])}#result")


@page("plan")
def stop(request: HttpRequest, mark: str) -> HttpResponse:
    """Enough; what is known so far stays."""
    asked = must_ask(mark)
    if request.method == "POST":
        jobs().stop(asked.job().mark())
    return HttpResponseRedirect(f"{reverse('plan_board', args=[mark])}#result")


def must_ask(mark: str) -> Question:
    """404 where no plan has that address here, or its world is gone."""
    plan = plans().find(mark)
    asked = question(plan) if plan else None
    if asked is None:
        raise Http404("plan")
    return asked
