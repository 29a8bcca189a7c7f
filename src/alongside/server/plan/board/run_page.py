"""Have a plan tried, or stop it."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from alongside.server.plan.board.asking import must_ask
from alongside.server.plan.board.kept import jobs
from alongside.server.site.routes import page


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
