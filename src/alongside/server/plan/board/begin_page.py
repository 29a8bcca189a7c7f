"""Where a board begins: with today, or in the world and with the program that another page leads to."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse

from alongside.server.plan.board import changing_terms
from alongside.server.plan.board.asking import must_ask
from alongside.server.plan.board.board_page import shown
from alongside.server.plan.board.kept import keep_plan, plans
from alongside.server.plan.board.question import Question, question
from alongside.server.plan.board.refusals import say_why
from alongside.server.plan.board.today import today_plan
from alongside.server.site.routes import page
from alongside.twin.whatif.moves import CannotBe
from alongside.twin.whatif.plan import BoardPlan


@page("plan")
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


def beginning(asked: Question, told: QueryDict) -> BoardPlan:
    """A board begun elsewhere: in the world of an address, with its program and that program's own roster. Raises :class:`CannotBe`."""
    plan, there = asked.plan, asked.world
    if told.get("world"):
        plan = changing_terms.world(plan, told, there)
        found = question(plan)
        there = found.world if found else there
    if told.get("program", plan.program) == plan.program:
        return plan
    own = QueryDict(mutable=True)
    own.update({"program": told["program"], "roster": "own"})
    return changing_terms.program(plan, own, there)
