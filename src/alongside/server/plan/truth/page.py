"""How true is the twin? Asked, answered beside the server, shown."""

from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from alongside.server.plan.board.living import can_live
from alongside.server.plan.figures import least_shown
from alongside.server.plan.own import in_own_world
from alongside.server.plan.truth import asking
from alongside.server.plan.truth.showing import show
from alongside.server.plan.truth.standing import say_failed, say_left, say_took
from alongside.server.site.deployment import get_deployment
from alongside.server.site.routes import page


@page("plan")
def truth(request: HttpRequest) -> HttpResponse:
    """The newest answer, and the question."""
    stands = asking.standing()
    told = {"stands": stands, "days": asking.DAYS, "runs": asking.RUNS, "can_live": can_live()}
    told |= {"failed": say_failed(stands.ended), "left": say_left(stands.progress), "took": say_took(stands.ended)}
    if stands.truth:
        told |= show(stands.truth, least_shown(request), ZoneInfo(get_deployment().profile.area.zone))
    return render(request, "plan/truth_answer.html" if request.GET.get("part") == "answer" else "plan/truth.html", told)


@page("plan")
@in_own_world
def ask(request: HttpRequest) -> HttpResponse:
    """Ask it about the last days."""
    days = request.POST.get("days", "")
    if request.method == "POST" and can_live() and days in map(str, asking.DAYS):
        asking.ask(int(days))
    return HttpResponseRedirect(reverse("plan_truth"))


@page("plan")
def stop(request: HttpRequest) -> HttpResponse:
    """Enough; what is known so far stays."""
    if request.method == "POST":
        asking.stop()
    return HttpResponseRedirect(reverse("plan_truth"))
