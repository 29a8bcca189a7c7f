"""Pages of a history: of one whose table of calls is damaged, a page that says so."""

from collections.abc import Callable
from functools import wraps

import polars as pl
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from alongside.server.plan.complaints import say_complaint
from alongside.server.plan.histories import History, read_choice
from alongside.twin.planning.wrong import Complaint

OfHistory = Callable[[HttpRequest, History | None, str], HttpResponse]


def of_history(view: OfHistory) -> Callable[[HttpRequest], HttpResponse]:
    """A view of the history and kind of call that the address names."""

    @wraps(view)
    def chosen(request: HttpRequest) -> HttpResponse:
        history, kind = read_choice(request)
        if history is not None and not is_table(history):
            why = say_complaint(Complaint("no_history", {"history": history.name}))
            return render(request, "plan/damaged.html", {"why": why})
        return view(request, history, kind)

    return chosen


def is_table(history: History) -> bool:
    """Whether its file ends as tables end: one that was cut off, or written over, does not."""
    try:
        pl.read_parquet_schema(history.file)
    except (pl.exceptions.PolarsError, OSError):
        return False
    return True
