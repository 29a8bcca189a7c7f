"""Where planning begins: what can be asked, and which call histories were imported."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from alongside.server.plan.histories import list_histories
from alongside.server.site.routes import page


@page("plan")
def plan(request: HttpRequest) -> HttpResponse:
    """The questions, and the histories they can be asked of."""
    return render(request, "plan/plan.html", {"histories": list_histories()})
