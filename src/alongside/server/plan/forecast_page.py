"""What is coming: calls by hour over the two weeks after a history ends, as a page and as CSV."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from alongside.evaluate.forecast.hours import TooShort
from alongside.evaluate.forecast.whole import Whole, forecast
from alongside.server.plan.damaged import of_history
from alongside.server.plan.figures import csv_file
from alongside.server.plan.forecast_csv import as_csv
from alongside.server.plan.forecast_rows import KIND_WORDS, list_days, list_trials, say_breaks, say_score
from alongside.server.plan.forecast_strip import draw_band, draw_heat
from alongside.server.plan.histories import History, list_histories
from alongside.server.site.routes import page


@page("plan")
@of_history
def forecast_shown(request: HttpRequest, chosen: History | None, kind: str) -> HttpResponse:
    """The forecast of the history and kind named in the address, or of the first there is."""
    histories = list_histories()
    told: dict[str, Any] = {"histories": histories, "chosen": chosen, "kind": kind, "kinds": KIND_WORDS.items()}
    if chosen:
        try:
            told |= shown(forecast(chosen.file, chosen.zone, kind))
        except TooShort as short:
            told["short"] = short
    return render(request, "plan/forecast.html", told)


def shown(whole: Whole) -> dict[str, Any]:
    """The page's parts."""
    return {
        "whole": whole, "heat": draw_heat(whole), "band": draw_band(whole), "days": list_days(whole), "trials": list_trials(whole.score),
        "breaks": say_breaks(whole), "score": say_score(whole.score),
    }  # fmt: skip


@page("plan")
@of_history
def forecast_export(request: HttpRequest, chosen: History | None, kind: str) -> HttpResponse:
    """Every hour with its quantiles; a history too short for that is not found here, the page says why."""
    if chosen is None:
        raise Http404("history")
    try:
        text = as_csv(forecast(chosen.file, chosen.zone, kind))
    except TooShort:
        return forecast_shown(request)
    return csv_file(text, f"alongside-forecast-{kind}")
