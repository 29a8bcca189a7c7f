"""The live page of measures, one measure in detail, and the table as it may leave."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from alongside.evaluate.measures.count import SMALL, count_all
from alongside.evaluate.measures.definitions import list_definitions, load_definitions
from alongside.server.evaluate.breakdown import list_strata
from alongside.server.evaluate.cards import card
from alongside.server.evaluate.periods import LABELS
from alongside.server.evaluate.released import Asked, list_rows, read_asked
from alongside.server.site.deployment import get_deployment
from alongside.server.site.routes import page


@page("measures")
def measures(request: HttpRequest) -> HttpResponse:
    """Every measure of the program over a period; with ``part`` only the cards, for the page to refresh itself."""
    asked = read_asked(request)
    rows = list_rows(asked)
    ids = get_deployment().rules.program.measures or tuple(load_definitions())
    language = get_language() or "en"
    cards = [card(measure, language) for measure in count_all(rows, list_definitions(ids), asked.for_outsiders)]
    context = {"cards": cards, "contacts": rows.height, **_over(asked)}
    return render(request, "evaluate/cards.html" if "part" in request.GET else "evaluate/measures.html", context)


@page("measures")
def measure(request: HttpRequest, id: str) -> HttpResponse:
    """One measure: what it counts, and how it differs between people."""
    definition = load_definitions().get(id)
    if definition is None:
        raise Http404(id)
    asked = read_asked(request)
    rows, language = list_rows(asked), get_language() or "en"
    [whole] = count_all(rows, [definition], asked.for_outsiders)
    strata = [] if definition.kind == "parts" else list_strata(rows, definition, language, asked.for_outsiders)
    return render(request, "evaluate/measure.html", {"card": card(whole, language), "strata": strata, **_over(asked)})


@page("measures")
def export(request: HttpRequest) -> HttpResponse:
    """The released rows as CSV: banded, under rotating pseudonyms; too few people to be safe are withheld from outsiders."""
    asked = read_asked(request)
    rows, period = list_rows(asked), asked.period
    if asked.for_outsiders and rows.height < SMALL:
        return render(request, "evaluate/too_few.html", {"period": period}, status=409)
    response = HttpResponse(rows.write_csv(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="alongside-contacts-{period.id}.csv"'
    return response


def _over(asked: Asked) -> dict[str, Any]:
    return {"period": asked.period, "periods": LABELS.items(), "stands_at": asked.stands_at}
