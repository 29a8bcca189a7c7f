"""Which words a reader asks for: the latest of each short field of the incidents they have to do with."""

from typing import Any

from alongside.core.board import Board
from alongside.core.party import Actor, Reference
from alongside.server.site.asking.malformed import WRONG_FIELD, Malformed
from alongside.server.site.knowing import may_know

MOST_AT_ONCE = 500
SHORT = ("place", "summary")


def list_wanted(board: Board, actor: Actor, sent: dict[str, Any]) -> list[tuple[str, Reference]]:
    """The latest reference of each short field of the incidents asked for, where the asker has to do with them."""
    asked = sent.get("incidents")
    if not isinstance(asked, list) or len(asked) > MOST_AT_ONCE or not all(isinstance(one, str) for one in asked):
        raise Malformed(WRONG_FIELD, code="wrong_field", field="incidents", why=f"list of at most {MOST_AT_ONCE} ids")
    found = [incident for id in asked if (incident := board.incidents.find(id)) and may_know(board, actor, id)]
    latest = {(incident.id, word.field): word for incident in found for word in incident.words if word.field in SHORT}
    return [(incident, word) for (incident, _), word in latest.items()]
