"""What was asked for, by when."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from alongside.server.custodian.rows import release_row
from alongside.server.custodian.whom import find_asked
from alongside.server.site.coded import choices
from alongside.server.site.looking import look, show
from alongside.server.site.routes import page


@page("custodian")
def list_releases(request: HttpRequest) -> HttpResponse:
    """Open ones by the law's time, then what is over; and the form for a new one, once its incident was looked up."""
    with look(request) as seen:
        rows = [release_row(seen.view.board, one, seen.asking.now) for one in seen.view.board.releases]
        told: dict[str, Any] = find_asked(seen.view.board, request.GET.get("number", ""))
    told["open"] = sorted((one for one in rows if one["is_open"]), key=lambda one: one["due_at"])
    told["over"] = sorted((one for one in rows if not one["is_open"]), key=lambda one: -one["at"])
    told["most_mb"] = seen.deployment.options.attachment_mb
    told["kinds"] = choices("records_kind")
    return show(request, "custodian", "list", told)
