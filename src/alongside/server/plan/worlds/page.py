"""The worlds that plans can be tried in: what each was fitted to, how well, and what it takes from elsewhere."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from alongside.evaluate.fitting.measured import CannotFit
from alongside.server.plan.figures import least_shown
from alongside.server.plan.worlds.opening import TODAY, list_names, open_world
from alongside.server.plan.worlds.parts import parts
from alongside.server.plan.worlds.words import say_broken, say_refused
from alongside.server.site.deployment import get_deployment
from alongside.server.site.routes import page
from alongside.twin.planning.wrong import Mistake


@page("plan")
def world_shown(request: HttpRequest) -> HttpResponse:
    """The world named in the address, or this deployment's own; 404 for a name that is none."""
    name = request.GET.get("world", "") or TODAY
    told: dict[str, Any] = {"names": list_names(), "name": name, "today": TODAY}
    try:
        shown = open_world(name)
    except CannotFit as refusal:
        return render(request, "plan/world.html", told | {"refused": say_refused(refusal, least_shown(request))})
    except Mistake as wrong:
        return render(request, "plan/world.html", told | {"refused": say_broken(name, wrong)})
    if shown is None:
        raise Http404("world")
    lives = lived_here() if name == TODAY else {}
    return render(request, "plan/world.html", told | lives | parts(shown, least_shown(request)))


def lived_here() -> dict[str, Any]:
    """What is said of the world this deployment is lived in."""
    deployment = get_deployment()
    told: dict[str, Any] = {"given": bool(deployment.options.world)}
    if deployment.city:
        told |= {"times": f"{deployment.options.calls:g}", "seed": deployment.city.seed}
    return told
