"""The history page."""

from zoneinfo import ZoneInfo

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from alongside.server.history.found_rows import MARKS, places_of, row_of, words_of_place
from alongside.server.history.search import found, read_wanted
from alongside.server.site.deployment import get_deployment
from alongside.server.site.kept import find_alike
from alongside.server.site.looking import look
from alongside.server.site.routes import page

PER_PAGE = 25


@page("history")
def history(request: HttpRequest) -> HttpResponse:
    """Search and a page of what was found; the words of the place are read for this page only, and the reading is noted."""
    asked = request.GET.dict() | request.POST.dict()
    cad = request.POST.get("cad_number", "").strip()  # never from the address: addresses are kept in logs and histories
    among = find_alike(request, "cad_number", cad) if cad else None
    wanted = read_wanted(asked, ZoneInfo(get_deployment().profile.area.zone), among)
    with look(request) as seen:
        shown = Paginator(list(found(seen.view.board, wanted)), PER_PAGE).get_page(asked.get("page"))
        said = words_of_place(list(shown.object_list))
    places = places_of(request, said)
    with look(request) as seen:
        view = seen.view
        rows = [row_of(view, view.board, incident, places.get(incident.id, "")) for incident in shown.object_list]
        empty = len(view.board.incidents) == 0
    levels = [(level, f"L{level} {MARKS[level]} {view.names.label(f'level.{level}', view.language)}") for level in range(4, -1, -1)]
    kept = "&".join(f"{name}={value}" for name, value in asked.items() if name in ("number", "level", "from", "to") and value)
    told = {"rows": rows, "shown": shown, "asked": asked, "levels": levels, "empty": empty, "kept": kept}
    return render(request, "history/history.html", told)
