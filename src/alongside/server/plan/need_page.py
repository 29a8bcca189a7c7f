"""The need calculator: every figure in the address, so that an address is a whole scenario."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from alongside.evaluate.need.calculate import calculate
from alongside.server.plan.asked import permalink, read_figures
from alongside.server.plan.figures import csv_file
from alongside.server.plan.need_rows import as_csv, list_fields, list_flows, list_places
from alongside.server.site.routes import page


@page("plan")
def need(request: HttpRequest) -> HttpResponse:
    """The figures, and what follows from them; while one of them cannot be, only what is wrong."""
    asked = request.GET.dict()
    figures, wrong = read_figures(asked)
    language = get_language() or "en"
    told: dict[str, Any] = {"parts": list_fields(asked, figures, wrong, language), "wrong": wrong, "kept": permalink(figures)}
    if not wrong:
        found = calculate(figures)
        told |= {"flows": list_flows(found), "places": list_places(found), "population": figures["population"]}
    return render(request, "plan/need.html", told, status=400 if wrong else 200)


@page("plan")
def need_export(request: HttpRequest) -> HttpResponse:
    """The same as CSV; figures that cannot be get the page that says so."""
    figures, wrong = read_figures(request.GET.dict())
    if wrong:
        return need(request)
    return csv_file(as_csv(figures, calculate(figures), get_language() or "en"), "alongside-need")
