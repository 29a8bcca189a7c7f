"""POST /words: the words of incidents, read through the vault, each reading noted before it is answered."""

import asyncio
from typing import Any

from alongside.core.board import Board
from alongside.core.party import Actor, Reference
from alongside.ledger.refused import LedgerUnavailable
from alongside.server.site.asking.ask import explain
from alongside.server.site.asking.decode import read_body
from alongside.server.site.asking.malformed import WRONG_FIELD, Malformed
from alongside.server.site.deployment import Deployment
from alongside.server.site.feed.audience import BOARD
from alongside.server.site.feed.frames import concerns
from alongside.server.site.thin.board import audience_of
from alongside.server.site.thin.guard import admit
from alongside.server.site.thin.http import Http

MOST_AT_ONCE = 500
SHORT = ("place", "summary")


async def serve_words(deployment: Deployment, http: Http) -> None:
    """Words by incident; what may not be read is left out."""
    asker = await admit(deployment, http, "words")
    if asker is None:
        return
    try:
        wanted = list_wanted(deployment.feed.board, asker.actor, read_body(await http.body()))
        texts = await asyncio.to_thread(deployment.vault.read, asker.actor, [one for _, one in wanted], "operations")
    except (Malformed, LedgerUnavailable) as wrong:
        answer = explain(deployment, wrong, http.language)
        await http.json(answer.status, answer.body)
        return
    told: dict[str, dict[str, str]] = {}
    for incident, reference in wanted:
        if reference.vault_id in texts:
            told.setdefault(incident, {})[reference.field] = texts[reference.vault_id]
    await http.json(200, told)


def list_wanted(board: Board, actor: Actor, sent: dict[str, Any]) -> list[tuple[str, Reference]]:
    """The latest reference of each short field of the incidents asked for, where the asker has to do with them."""
    asked = sent.get("incidents")
    if not isinstance(asked, list) or len(asked) > MOST_AT_ONCE or not all(isinstance(one, str) for one in asked):
        raise Malformed(WRONG_FIELD, code="wrong_field", field="incidents", why=f"list of at most {MOST_AT_ONCE} ids")
    seat = audience_of(actor)
    found = [incident for id in asked if (incident := board.incidents.find(id)) and (seat == BOARD or concerns(board, id, seat))]
    latest = {(incident.id, word.field): word for incident in found for word in incident.words if word.field in SHORT}
    return [(incident, word) for (incident, _), word in latest.items()]
