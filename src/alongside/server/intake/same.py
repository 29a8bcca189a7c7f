"""Calls that may be about the same need: near in place and time, or the same CAD number. A person links them, never the program."""

from typing import Any

from alongside.core.asking import Asking
from alongside.core.intake.linking import suggest_links
from alongside.core.party import Actor
from alongside.server.site.deployment import Deployment
from alongside.server.site.sentences import say_reason

MOST = 4


def likely_same(deployment: Deployment, actor: Actor, incident: str, cad_number: str, language: str) -> list[dict[str, Any]]:
    """[{id, number, reasons}] of open incidents, most reasons first."""
    alike = [one.owner_id for one in deployment.vault.list_alike("cad_number", cad_number)] if cad_number else []
    now = deployment.clock.now()
    with deployment.ledger.board() as board:
        asking = Asking(board, deployment.rules, deployment.travel, actor, now, now)
        here = board.incidents.find(incident) if incident else None
        near = suggest_links(asking, here) if here else []
        found = {other.id: {"id": other.id, "number": other.number, "reasons": [say_reason(one, deployment.names, board, language) for one in reasons]} for other, reasons in near}
        for id in alike:
            other = board.incidents.find(id)
            if other and other.id != incident:
                entry = found.setdefault(other.id, {"id": other.id, "number": other.number, "reasons": []})
                entry["reasons"].insert(0, "CAD")
    return list(found.values())[:MOST]  # fmt: skip
