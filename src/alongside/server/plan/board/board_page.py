"""The planning board: a plan's roster, and what it changes."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from alongside.server.plan.board.asking import must_ask, of_plan
from alongside.server.plan.board.changing_terms import beginning
from alongside.server.plan.board.kept import keep_plan, plans
from alongside.server.plan.board.question import Question
from alongside.server.plan.board.refusals import say_why
from alongside.server.plan.board.showing_result import show_result
from alongside.server.plan.board.showing_roster import show_board
from alongside.server.plan.board.today import today_plan
from alongside.server.plan.own import in_own_world
from alongside.server.site.routes import page
from alongside.twin.whatif.moves import CannotBe
from alongside.twin.whatif.plan import BoardPlan


@page("plan")
@in_own_world
def begin(request: HttpRequest) -> HttpResponse:
    """Today's roster and program, under its own address; in the world, and with the program and its own roster, that are asked for."""
    mark = plans().keep(today_plan())
    if not set(request.GET) & {"world", "program"}:
        return HttpResponseRedirect(reverse("plan_board", args=[mark]))
    try:
        chosen = keep_plan(beginning(must_ask(mark), request.GET))
    except CannotBe as wrong:
        return shown(request, must_ask(mark), mark, say_why(wrong))
    return HttpResponseRedirect(reverse("plan_board", args=[chosen]) + (f"?before={mark}" if chosen != mark else ""))


@page("plan")
@of_plan
def board(request: HttpRequest, asked: Question, mark: str) -> HttpResponse:
    """The plan of that address. With ``part`` only what was found, for the page to refresh itself."""
    if request.GET.get("part") == "result":
        before = before_of(request, mark)
        return render(request, "plan/board_result.html", show_result(asked, mark) | {"before": before.mark() if before else ""})
    return shown(request, asked, mark)


def shown(request: HttpRequest, asked: Question, mark: str, refused: str = "") -> HttpResponse:
    """The whole page; with a sentence where something could not be, and then with what was filled in."""
    told: dict[str, Any] = show_board(asked, mark, request.GET.get("team", ""), before_of(request, mark)) | show_result(asked, mark)
    if request.POST.get("do") == "add":
        told["sent"] = request.POST.dict() | {"days": [int(day) for day in request.POST.getlist("day") if day in "0123456"]}
    return render(request, "plan/board.html", told | {"refused": refused}, status=400 if refused else 200)


def before_of(request: HttpRequest, mark: str) -> BoardPlan | None:
    """The plan before the last change, to go back to."""
    before = request.GET.get("before", "")
    return plans().find(before) if before != mark else None
