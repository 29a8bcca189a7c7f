"""What was found, as the rows of a table."""

from typing import Any

from django.http import HttpRequest

from alongside.core.board import Board
from alongside.core.party import Reference
from alongside.core.sharing.access import may_see
from alongside.core.state import Incident
from alongside.server.site.coded import word
from alongside.server.site.looking import read_words
from alongside.server.site.rows import View

MARKS = "□○●◆▲"


def words_of_place(incidents: list[Incident]) -> list[tuple[str, Reference]]:
    """(incident, reference) of every place said, oldest first."""
    return [(incident.id, one) for incident in incidents for one in incident.words if one.field == "place"]


def places_of(request: HttpRequest, said: list[tuple[str, Reference]]) -> dict[str, str]:
    """Where each incident was, in the caller's words said last, as far as this role may read them."""
    if not said or not may_see(request.actor, "call_words"):
        return {}
    words = read_words(request, [one for _, one in said], "operations")
    return {incident: words[one.vault_id] for incident, one in said if one.vault_id in words}


def row_of(view: View, board: Board, incident: Incident, place: str) -> dict[str, Any]:
    """One line."""
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
