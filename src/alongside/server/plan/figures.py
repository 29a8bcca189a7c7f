"""Figures as readers get them: grouped as their language groups them, and withheld where they are too few for this reader."""

from django.http import HttpRequest, HttpResponse
from django.utils.formats import number_format

from alongside.evaluate.measures.count import SMALL


def say(value: float, decimals: int = 0) -> str:
    """1,899 or 1.899; 0.75 or 0,75."""
    return str(number_format(round(value, decimals), decimals, use_l10n=True, force_grouping=True))


def least_shown(request: HttpRequest) -> int:
    """Below how many calls a figure is withheld from this reader."""
    return SMALL if request.actor.role == "evaluator" else 0


def csv_file(text: str, name: str) -> HttpResponse:
    """Figures to keep, as a file ``name``.csv."""
    told = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
    return HttpResponse(text, content_type="text/csv; charset=utf-8", headers=told)
