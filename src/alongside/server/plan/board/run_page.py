"""Have a plan tried, or stop it."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from alongside.server.plan.board.asking import of_plan
from alongside.server.plan.board.board_page import before_of, shown
from alongside.server.plan.board.kept import jobs
from alongside.server.plan.board.question import Question
from alongside.server.plan.board.refusals import say_why
from alongside.server.site.routes import page
from alongside.twin.whatif.moves import CannotBe


@page("plan")
@of_plan
def run(request: HttpRequest, asked: Question, mark: str) -> HttpResponse:
    """Have it tried."""
    try:
        if request.method == "POST":
            jobs().ask(asked.job(), request.actor.staff)
    except CannotBe as wrong:
        return shown(request, asked, mark, say_why(wrong))
    return _back(request, mark)


@page("plan")
@of_plan
def stop(request: HttpRequest, asked: Question, mark: str) -> HttpResponse:
    """Enough; what is known so far stays."""
    if request.method == "POST":
        jobs().stop(asked.job().mark())
    return _back(request, mark)


def _back(request: HttpRequest, mark: str) -> HttpResponse:
    """To what was found; the plan before stays a step away."""
    before = before_of(request, mark)
    told = f"?before={before.mark()}" if before else ""
    return HttpResponseRedirect(f"{reverse('plan_board', args=[mark])}{told}#result")
