"""Who is told on every page that the audit fails: administrators, privacy officers, and the supervisor on shift."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from alongside.core.party import Actor
from alongside.core.sharing.access import may_see
from alongside.ledger.engine import Engine
from alongside.server.audit.failures import list_over
from alongside.server.audit.head import find_last
from alongside.server.records.troubles import Over
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


def list_failures(deployment: Deployment, engine: Engine) -> dict[str, Any]:
    """What fails, what failed and for how long; the newest head, and who did not take it."""
    failed = deployment.keeper.failed if deployment.keeper else []
    over = [_over(one) for one in list_over(engine)]
    fails, head = list_troubles(deployment), find_last(engine)
    return {"fails": fails, "over": over, "head": head, "failed": failed, "scanner": deployment.scanner.state}


def _over(one: Over) -> dict[str, Any]:
    return {"what": word("audit_trouble", one.code), "since": one.since, "until": one.until, "minutes": max(1, one.lasted_ms // 60_000)}


def _is_told(deployment: Deployment, actor: Actor) -> bool:
    if actor.role != "supervisor":
        return may_see(actor, "audit_alarm")
    with deployment.ledger.board() as board:
        return any(one.staff == actor.staff for one in board.positions)
