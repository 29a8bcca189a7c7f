"""The access report: who read what, when, as what, for what, on which basis; every report is itself written down."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from alongside.server.audit.asked import note_report, read_wanted
from alongside.server.audit.outcomes import say_outcome
from alongside.server.audit.report import HEADINGS, page_of
from alongside.server.audit.tables import open_alerts
from alongside.server.audit.whose import name_owner
from alongside.server.site.deployment import get_deployment
from alongside.server.site.routes import page

PER_PAGE = 50


@page("audit")
def report(request: HttpRequest) -> HttpResponse:
    """One page of it, the newest first."""
    deployment, asked = get_deployment(), request.GET.dict()
    wanted, unknown = read_wanted(asked)
    number = int(asked.get("page", "1")) if asked.get("page", "1").isdigit() else 1
    engine = open_alerts(deployment.options.ledger)
    try:
        count, found = (0, []) if unknown else page_of(engine, wanted, PER_PAGE, (max(1, number) - 1) * PER_PAGE)
    finally:
        engine.close()
    note_report(request, wanted)
    labels, language = deployment.vault.sharing.fields.labels, get_language() or "en"
    with deployment.ledger.board() as board:
        rows = [_row(board, dict(zip(HEADINGS, row, strict=True)), labels, language) for row in found]
    shown = Paginator(range(count), PER_PAGE).get_page(number)
    kept = "&".join(f"{name}={value}" for name, value in asked.items() if name != "page" and value)
    staff = [{"id": one.id, "name": one.name} for one in deployment.profile.staff]
    told = {"rows": rows, "shown": shown, "asked": asked, "kept": kept, "staff": staff, "unknown": unknown, "count": count}
    return render(request, "audit/report.html", told)


def _row(board: Any, row: dict[str, Any], labels: Any, language: str) -> dict[str, Any]:
    names, field = get_deployment().names, row["field"]
    said = {
        "who": names.person(row["staff"]),
        "role_word": names.label(f"role.{row['role']}", language),
        "about": name_owner(board, row["owner_id"]),
    }
    return {**row, **said, "label": labels[field][language] if field in labels else field, "why": say_outcome(row["outcome"])}
