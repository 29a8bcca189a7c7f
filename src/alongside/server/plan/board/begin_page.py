"""The planning board as it begins: with today's roster and program."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from alongside.server.plan.board.kept import plans
from alongside.server.plan.board.today import today_plan
from alongside.server.plan.own import in_own_world
from alongside.server.site.routes import page


@page("plan")
@in_own_world
def begin(request: HttpRequest) -> HttpResponse:
    """Under its own address."""
    return HttpResponseRedirect(reverse("plan_board", args=[plans().keep(today_plan())]))
