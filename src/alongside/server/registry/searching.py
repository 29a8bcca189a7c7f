"""The search for one need: what is said of who is missing or found, whom the registry brings up, and where to look first."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from alongside.core.party import Reference
from alongside.core.registry.state import Search
from alongside.core.state import Incident
from alongside.core.travel import Spot
from alongside.server.registry.likely import list_likely
from alongside.server.registry.told import CARRIES, DRAWN_TO, WHY, words_of_items
from alongside.server.site.code_words import say_code
from alongside.server.site.looking import Look, look, read_words, show
from alongside.server.site.routes import page
from alongside.server.site.rows import Row

TOLD = frozenset({"name", "birth_date", "appearance", "seen_as", "spoken_language", "address", "likely_places", "carer", "device_number",
                  "calming", "access_needs", "shared_condition"})  # fmt: skip
OF_NEED = ("sought", "place")
MISSING, FOUND = "missing", "found"


@page("search")
def search(request: HttpRequest, incident: str) -> HttpResponse:
    """For whoever works on the need; 404 for everybody else. What the registry holds is read for the response, and noted."""
    with look(request) as seen:
        found = seen.incident(incident)
        told, spot = _need(seen, found), found.spot
        rows = _brought_up(seen, seen.view.board.searches.find(found.id))
        said = [(one.field, one) for one in found.words if one.field in OF_NEED]
    words = read_words(request, [one for _, one in said], "response")
    told["said"] = {field: words[one.vault_id] for field, one in said if one.vault_id in words}
    told["rows"] = _with_words(request, rows, spot)
    return show(request, "registry", "search", told)


def _need(seen: Look, incident: Incident) -> Row:
    answers = dict(incident.answers)
    search = seen.view.board.searches.find(incident.id)
    return {
        "incident": incident.id,
        "number": incident.number,
        "is_open": incident.closed_at is None,
        "why": search.why if search else FOUND if answers.get("concern") == FOUND else MISSING,
        "searched_at": search.at if search else None,
        "matched": bool(search and search.matched),
        "since": incident.first_ring_at,
    }


def _brought_up(seen: Look, search: Search | None) -> list[Row]:
    """Whom it shows, best first, without words yet."""
    found = search.found if search else ()
    return [_row(seen, person, why, search.matched == person) for person, why in found if search and search.shows(person)]


def _row(seen: Look, person: str, why: tuple[str, ...], is_matched: bool) -> Row:
    board = seen.view.board
    known, enrolled = board.people.reach(person), board.enrollments.reach(person)
    items = [item for id in known.items if (item := board.items.find(id)) and not item.state and item.field in TOLD]
    return {
        "person": person,
        "why": [{"word": say_code(WHY, code), "against": code in ("age_far", "seen_as_other")} for code in why],
        "is_matched": is_matched,
        "drawn_to": [say_code(DRAWN_TO, code) for code in enrolled.drawn_to],
        "to_water": "water" in enrolled.drawn_to,
        "carries": say_code(CARRIES, enrolled.carries) if enrolled.carries != "none" else "",
        "renewed_at": enrolled.renewed_at,
        "items": [(item.field, word) for item in items for word in item.words],
    }


def _with_words(request: HttpRequest, rows: list[Row], spot: Spot | None) -> list[Row]:
    references: list[Reference] = [word for row in rows for _, word in row["items"]]
    words = read_words(request, references, "response")
    told = []
    for row in rows:
        said = words_of_items(row["items"], words)
        if said:  # what may not be read any more is as if it were not there
            told.append({**_without_items(row), "words": said, "likely": list_likely(said, spot)})
    return told


def _without_items(row: Row) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != "items"}
