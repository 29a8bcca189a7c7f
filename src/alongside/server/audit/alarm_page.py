"""Who is told on every page that the audit fails: administrators, privacy officers, and the supervisor on shift."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from alongside.core.party import Actor
from alongside.core.sharing.access import may_see
from alongside.server.site.coded import word
from alongside.server.site.deployment import Deployment, get_deployment
from alongside.server.site.routes import page


@page("audit_alarm")
def alarm(request: HttpRequest) -> HttpResponse:
    """What stands on top of their pages, read again every half minute by pages that stay open; empty while the audit works."""
    return render(request, "audit/alarm.html", {"alarm": find_alarm(request.actor)})


def find_alarm(actor: Actor | None) -> dict[str, Any]:
    """The troubles in words, and since when; empty where nothing fails or it is not this person's to know."""
    deployment = get_deployment()
    troubles = deployment.vault.notes.troubles.now
    if not troubles or actor is None or not _is_told(deployment, actor):
        return {}
    return {
        "rows": list_troubles(deployment),
        "key": "|".join(f"{one.code}:{one.since}" for one in troubles),
        "sees_audit": may_see(actor, "audit"),
    }


def list_troubles(deployment: Deployment) -> list[dict[str, Any]]:
    """What fails just now, in words."""
    return [{"what": word("audit_trouble", one.code), "since": one.since} for one in deployment.vault.notes.troubles.now]


def _is_told(deployment: Deployment, actor: Actor) -> bool:
    if actor.role != "supervisor":
        return may_see(actor, "audit_alarm")
    with deployment.ledger.board() as board:
        return any(one.staff == actor.staff for one in board.positions)
