"""Calls that may be about the same need: near in place and time, or the same CAD number. A person links them, never the program."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from alongside.core.board import Board
from alongside.core.intake.linking import suggest_links
from alongside.core.party import Reason
from alongside.core.state import Incident
from alongside.server.site.deployment import Deployment
from alongside.server.site.kept import find_alike
from alongside.server.site.looking import look
from alongside.server.site.sentences import say_reason

MOST = 4


def likely_same(request: HttpRequest, incident: str, cad_number: str, language: str) -> list[dict[str, Any]]:
    """[{id, number, reasons}] of open incidents; those with the same CAD number first, then by the number of reasons."""
    alike = find_alike(request, "cad_number", cad_number)
    with look(request) as seen:
        board = seen.view.board
        here = board.incidents.find(incident) if incident else None
        near = {other.id: reasons for other, reasons in (suggest_links(seen.asking, here) if here else [])}
        others = [other for id in (*sorted(alike), *(id for id in near if id not in alike)) if (other := board.incidents.find(id))]
        found = [_entry(seen.deployment, board, other, near.get(other.id, ()), other.id in alike, language) for other in others]
    return [one for one in found if one["id"] != incident][:MOST]


def _entry(
    deployment: Deployment, board: Board, other: Incident, reasons: tuple[Reason, ...], is_alike: bool, language: str
) -> dict[str, Any]:  # fmt: skip
    said = [say_reason(one, deployment.names, board, language) for one in reasons]
    return {"id": other.id, "number": other.number, "reasons": [*([_("the same CAD number")] if is_alike else []), *said]}
