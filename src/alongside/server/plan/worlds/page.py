"""The worlds that plans can be tried in: what each was fitted to, how well, and what it takes from elsewhere."""

from datetime import date
from typing import Any

import numpy as np
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from alongside.evaluate.fitting.measured import CannotFit
from alongside.server.plan.figures import least_shown, say
from alongside.server.plan.forecast_strip import draw_week
from alongside.server.plan.worlds.chart import draw_hours
from alongside.server.plan.worlds.opening import TODAY, Shown, list_names, open_world
from alongside.server.plan.worlds.rows import list_rows
from alongside.server.plan.worlds.words import say_refused
from alongside.server.site.routes import page
from alongside.twin.world.numbers import load_world


@page("plan")
def world_shown(request: HttpRequest) -> HttpResponse:
    """The world named in the address, or this deployment's own; 404 for a name that is none."""
    name = request.GET.get("world", "") or TODAY
    told: dict[str, Any] = {"names": list_names(), "name": name, "today": TODAY}
    try:
        shown = open_world(name)
    except CannotFit as refusal:
        return render(request, "plan/world.html", told | {"refused": say_refused(refusal)})
    if shown is None:
        raise Http404("world")
    return render(request, "plan/world.html", told | parts(shown, least_shown(request)))


def day(text: str) -> date:
    """As it was measured."""
    return date.fromisoformat(text)


def parts(shown: Shown, least: int) -> dict[str, Any]:
    """The page's parts; to a reader from whom small counts are withheld no single hour says its count."""
    world, measured = shown.world, shown.measured
    told: dict[str, Any] = {
        "shown": shown, "measured": measured, "mark": world.hash(), "places": len(world.places), "per_day": sum(world.weekly) / 7,
        "week": draw_week(np.array(world.weekly).reshape(7, 24), named=True),
    }  # fmt: skip
    told["rows"], told["others"] = list_rows(shown, load_world())
    if measured:
        told |= {"first": day(measured.first), "last": day(measured.last), "breaks": [day(one) for one in measured.breaks]}
    if measured and measured.hours:
        told |= {"hours": draw_hours(measured.hours, not least), "fits": sum(one.fits for one in measured.hours)}
        told |= {"spread": say(measured.spread or 1, 2), "better": round(100 * measured.score.better) if measured.score else None}
        told |= {"inside": round(100 * measured.score.inside) if measured.score else None}
    return told
