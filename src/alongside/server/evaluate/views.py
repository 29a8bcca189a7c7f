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
from alongside.server.evaluate.released import list_rows
from alongside.server.site.deployment import get_deployment
from alongside.server.site.routes import page

OUTSIDERS = frozenset({"evaluator"})


@page("measures")
def measures(request: HttpRequest) -> HttpResponse:
    """Every measure of the program over a period; with ``part`` only the cards, for the page to refresh itself."""
    rows, period = list_rows(request)
    ids = get_deployment().rules.program.measures or tuple(load_definitions())
    language = get_language() or "en"
    cards = [card(measure, language) for measure in count_all(rows, list_definitions(ids), _is_outsider(request))]
    context = {"cards": cards, "period": period, "periods": LABELS.items(), "contacts": rows.height}
    return render(request, "evaluate/cards.html" if "part" in request.GET else "evaluate/measures.html", context)


@page("measures")
def measure(request: HttpRequest, id: str) -> HttpResponse:
    """One measure: what it counts, and how it differs between people."""
    definition = load_definitions().get(id)
    if definition is None:
        raise Http404(id)
    rows, period = list_rows(request)
    language, withhold = get_language() or "en", _is_outsider(request)
    [whole] = count_all(rows, [definition], withhold)
    strata = [] if definition.kind == "parts" else list_strata(rows, definition, language, withhold)
    context: dict[str, Any] = {"card": card(whole, language), "strata": strata, "period": period, "periods": LABELS.items()}
    return render(request, "evaluate/measure.html", context)


@page("measures")
def export(request: HttpRequest) -> HttpResponse:
    """The released rows as CSV: banded, under rotating pseudonyms; too few people to be safe are withheld from outsiders."""
    rows, period = list_rows(request)
    if _is_outsider(request) and rows.height < SMALL:
        return render(request, "evaluate/too_few.html", {"period": period}, status=409)
    response = HttpResponse(rows.write_csv(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="alongside-contacts-{period.id}.csv"'
    return response


def _is_outsider(request: HttpRequest) -> bool:
    return request.actor.role in OUTSIDERS  # type: ignore[attr-defined, no-any-return]
