"""The planning board: a plan's roster, and what it changes."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from alongside.server.plan.board.asking import of_plan
from alongside.server.plan.board.kept import plans
from alongside.server.plan.board.question import Question
from alongside.server.plan.board.showing_result import show_result
from alongside.server.plan.board.showing_roster import show_board
from alongside.server.site.routes import page
from alongside.twin.whatif.plan import BoardPlan


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
