"""This deployment's own world, in which planning begins; where its file was lost or damaged since the start, a page that says so."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from alongside.server.plan.complaints import say_complaint
from alongside.server.site.deployment import get_deployment
from alongside.server.site.own_world import open_own
from alongside.twin.planning.world import PlanningWorld
from alongside.twin.planning.wrong import Mistake

GONE = 410
View = Callable[[HttpRequest], HttpResponse]


class OwnLost(Exception):
    """Why, in the reader's language."""


def own_at(at: int) -> PlanningWorld:
    """By the wall clock of that time (ms UTC). Raises :class:`OwnLost`."""
    deployment = get_deployment()
    try:
        return open_own(deployment.options, deployment.profile, deployment.travel, at)
    except Mistake as wrong:
        raise OwnLost(say_complaint(wrong.complaint)) from wrong


def in_own_world(view: View) -> View:
    """A view that begins in it."""

    @wraps(view)
    def opened(request: HttpRequest) -> HttpResponse:
        try:
            return view(request)
        except OwnLost as why:
            name = Path(get_deployment().options.world).name  # where it lies on the machine is not everybody's
            return render(request, "plan/own_lost.html", {"why": str(why), "world": name}, status=GONE)

    return opened
