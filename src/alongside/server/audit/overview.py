"""The audit at a glance: is it whole, what should be looked at, who is watched, when was it last gone through."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from alongside.server.audit.alarm_page import list_failures
from alongside.server.audit.answering import ANSWERS, RELATIONS, WEEK_MS, Noticed, last_review, list_noticed
from alongside.server.audit.kin import KIN, may_answer
from alongside.server.audit.tables import open_alerts
from alongside.server.audit.watching import list_close
from alongside.server.audit.whose import name_owner
from alongside.server.site.coded import choices, word
from alongside.server.site.deployment import Deployment, get_deployment
from alongside.server.site.routes import page


@page("audit")
def overview(request: HttpRequest) -> HttpResponse:
    """For privacy officers and administrators; nobody's words are on it."""
    deployment = get_deployment()
    now, engine = deployment.clock.now(), open_alerts(deployment.options.ledger)
    try:
        noticed, review, failures = list_noticed(engine), last_review(engine), list_failures(deployment, engine)
        with deployment.ledger.board() as board:
            close = [(one.staff, name_owner(board, one.person), one.relation, one.person) for one in list_close(engine, board)]
            rows = [_row(deployment, board, one) for one in noticed if may_answer(request.actor.role, one.rule)]
    finally:
        engine.close()
    told: dict[str, Any] = {
        "open": [row for row in rows if not row["answer"]],
        "answered": [row for row in rows if row["answer"]][:50],
        **failures,
        "review": {"at": review[0], "by": deployment.names.person(review[1])} if review else None,
        "review_late": review is None or now - review[0] > WEEK_MS,
        "close": [_close(deployment, *one) for one in close],
        "answers": choices("audit_answer", ANSWERS),
        "relations": choices("relation", [one for one in RELATIONS if one != "none"]),
        "staff": [{"id": one.id, "name": one.name} for one in deployment.profile.staff],
    }  # fmt: skip
    return render(request, "audit/overview.html", told)


def _close(deployment: Deployment, who: str, about: str, how: str, person: str) -> dict[str, str]:
    name = deployment.names.person(who) if who else ""
    return {"who": name, "staff": who, "about": about, "relation": word("relation", how), "person": person}


def _row(deployment: Deployment, board: Any, one: Noticed) -> dict[str, Any]:
    return {
        "id": one.id,
        "at": one.at,
        "rule": word("audit_rule", one.rule),
        "who": deployment.names.person(one.staff),
        "staff": one.staff,
        "about": name_owner(board, one.owner_id) if one.rule not in ("volume", "withheld", "off_shift") else "",
        "owner": one.owner_id,
        "kin": one.rule in KIN,
        "count": one.count,
        "answer": word("audit_answer", one.answer) if one.answer else "",
        "by": deployment.names.person(one.answered_by) if one.answered_by else "",
    }
