"""The history page."""

from zoneinfo import ZoneInfo

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from alongside.server.history.found_rows import MARKS, places_of, row_of, words_of_place
from alongside.server.history.search import found, read_wanted
from alongside.server.site.deployment import get_deployment
from alongside.server.site.routes import page

PER_PAGE = 25


@page("history")
def history(request: HttpRequest) -> HttpResponse:
    """Search and a page of what was found; the words of the place are read for this page only, and the reading is noted."""
    deployment, actor = get_deployment(), request.actor
    asked = request.GET.dict() | request.POST.dict()
    cad = request.POST.get("cad_number", "").strip()  # never from the address: addresses are kept in logs and histories
    among = frozenset(one.owner_id for one in deployment.vault.list_alike("cad_number", cad)) if cad else None
    wanted = read_wanted(asked, ZoneInfo(deployment.profile.area.zone), among)
    with deployment.ledger.board() as board:
        shown = Paginator(list(found(board, wanted)), PER_PAGE).get_page(asked.get("page"))
        said = words_of_place(list(shown.object_list))
    places = places_of(deployment, actor, said)
    with deployment.ledger.board() as board:
        view = deployment.view(board, get_language() or "en")
        rows = [row_of(view, board, incident, places.get(incident.id, "")) for incident in shown.object_list]
        empty = len(board.incidents) == 0
    levels = [(level, f"L{level} {MARKS[level]} {deployment.names.label(f'level.{level}', view.language)}") for level in range(4, -1, -1)]
    kept = "&".join(f"{name}={value}" for name, value in asked.items() if name in ("number", "level", "from", "to") and value)
    told = {"rows": rows, "shown": shown, "asked": asked, "levels": levels, "empty": empty, "kept": kept}
    return render(request, "history/history.html", told)
