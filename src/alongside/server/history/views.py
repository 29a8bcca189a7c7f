"""The history page."""

from typing import Any
from zoneinfo import ZoneInfo

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from alongside.core.board import Board
from alongside.core.party import Actor
from alongside.core.sharing.access import may_see
from alongside.core.state import Incident
from alongside.server.history.search import found, read_wanted
from alongside.server.site.coded import word
from alongside.server.site.deployment import Deployment, get_deployment
from alongside.server.site.routes import page
from alongside.server.site.rows import View

PER_PAGE = 25
MARKS = "□○●◆▲"


@page("history")
def history(request: HttpRequest) -> HttpResponse:
    """Search and a page of what was found; the words of the place are read for this page only, and the reading is noted."""
    deployment, actor = get_deployment(), request.actor
    asked = request.GET.dict()
    cad = asked.get("cad_number", "").strip()
    among = frozenset(one.owner_id for one in deployment.vault.list_alike("cad_number", cad)) if cad else None
    wanted = read_wanted(asked, ZoneInfo(deployment.profile.area.zone), among)
    with deployment.ledger.board() as board:
        shown = Paginator(list(found(board, wanted)), PER_PAGE).get_page(asked.get("page"))
        view = deployment.view(board, get_language() or "en")
        places = _places(deployment, actor, list(shown.object_list))
        rows = [_row(view, board, incident, places.get(incident.id, "")) for incident in shown.object_list]
        empty = len(board.incidents) == 0
    levels = [(level, f"L{level} {MARKS[level]} {deployment.names.label(f'level.{level}', view.language)}") for level in range(4, -1, -1)]
    kept = "&".join(f"{name}={value}" for name, value in asked.items() if name in ("number", "level", "from", "to") and value)
    told = {"rows": rows, "shown": shown, "asked": asked, "levels": levels, "empty": empty, "kept": kept}
    return render(request, "history/history.html", told)


def _places(deployment: Deployment, actor: Actor, incidents: list[Incident]) -> dict[str, str]:
    """Where each incident was, in the caller's words, as far as this role may read them."""
    if not may_see(actor, "call_words"):
        return {}
    said = {one.vault_id: incident.id for incident in incidents for one in incident.words if one.field == "place"}
    references = [one for incident in incidents for one in incident.words if one.field == "place"]
    read = deployment.vault.read(actor, references, "operations") if references else {}
    return {said[vault_id]: text for vault_id, text in read.items()}


def _row(view: View, board: Board, incident: Incident, place: str) -> dict[str, Any]:
    episodes = [episode for id in incident.episodes if (episode := board.episodes.find(id))]
    level = incident.level
    return {
        "id": incident.id,
        "number": incident.number,
        "level": level,
        "mark": "L? ◌" if level is None else f"L{int(level)} {MARKS[int(level)]} {view.names.label(f'level.{int(level)}', view.language)}",
        "taken_at": incident.taken_at,
        "place": place,
        "origin": word("origin", incident.origin),
        "status": incident.status.value,
        "outcome": ", ".join(word("disposition", one.disposition) for one in episodes if one.disposition),
    }
