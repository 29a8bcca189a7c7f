"""Design my program: what a program would face, from an imported history, as a page and as CSV."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from alongside.evaluate.facing.calls import NothingToSay
from alongside.evaluate.facing.planning import load_planning
from alongside.evaluate.facing.whole import Facing, facing
from alongside.server.plan import figures, histories
from alongside.server.plan.damaged import of_history
from alongside.server.plan.facing_rows import as_csv, in_minutes, list_kinds, list_programs, list_zones, say_nothing, say_places
from alongside.server.plan.forecast_strip import draw_week
from alongside.server.site.routes import page


@page("plan")
@of_history
def facing_shown(request: HttpRequest, chosen: histories.History | None, kind: str) -> HttpResponse:
    """The answer for the history named in the address, or for the first there is."""
    told: dict[str, Any] = {"histories": histories.list_histories(), "chosen": chosen, "planning": load_planning()}
    if chosen:
        try:
            told |= shown(facing(chosen.file, chosen.zone), figures.least_shown(request))
        except NothingToSay as nothing:
            told["nothing"] = say_nothing(nothing)
    return render(request, "plan/facing.html", told)


def shown(found: Facing, least: int) -> dict[str, Any]:
    """The page's parts; figures of fewer than ``least`` calls are withheld."""
    return {
        "found": found, "days": round(found.calls.days), "per_day": found.sure / found.calls.days, "kinds": list_kinds(found, least),
        "zones": list_zones(found, least), "places": say_places(found), "week": draw_week(found.hours, named=not least),
        "programs": list_programs(found, get_language() or "en"), "lasting": found.lasting, "minutes": in_minutes(found.lasting),
    }  # fmt: skip


@page("plan")
@of_history
def facing_export(request: HttpRequest, chosen: histories.History | None, kind: str) -> HttpResponse:
    """The same as CSV; where there is nothing to say, the page that says why."""
    if chosen is None:
        raise Http404("history")
    try:
        text = as_csv(facing(chosen.file, chosen.zone), figures.least_shown(request))
    except NothingToSay:
        return facing_shown(request)
    return figures.csv_file(text, "alongside-program")
