"""Where a board begins: with today, or in the world and with the program that another page leads to."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from alongside.server.plan.board.asking import must_ask
from alongside.server.plan.board.board_page import shown
from alongside.server.plan.board.kept import keep_plan, plans
from alongside.server.plan.board.led_to import led_to
from alongside.server.plan.board.refusals import say_why
from alongside.server.plan.board.today import today_plan
from alongside.server.plan.own import in_own_world
from alongside.server.site.routes import page
from alongside.twin.whatif.moves import CannotBe


@page("plan")
@in_own_world
def begin(request: HttpRequest) -> HttpResponse:
    """Today's roster and program, under its own address; in the world, and with the program and its own roster, that are asked for."""
    mark = plans().keep(today_plan())
    if not set(request.GET) & {"world", "program"}:
        return HttpResponseRedirect(reverse("plan_board", args=[mark]))
    try:
        chosen = keep_plan(led_to(must_ask(mark), request.GET))
    except CannotBe as wrong:
        return shown(request, must_ask(mark), mark, say_why(wrong))
    return HttpResponseRedirect(reverse("plan_board", args=[chosen]) + (f"?before={mark}" if chosen != mark else ""))
