"""The intake page and the three small questions it asks the server while somebody speaks."""

import json

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_POST

from alongside.server.intake.body import read_body
from alongside.server.intake.page import empty_call, known_call, page_data
from alongside.server.site.asking.decode import IDS
from alongside.server.site.deployment import get_deployment
from alongside.server.site.kept import find_draft, keep_draft
from alongside.server.site.routes import page

FORM = "intake"
LONGEST_DRAFT = 60_000


@page("intake")
def intake(request: HttpRequest, id: str = "") -> HttpResponse:
    """A new call, or one that goes on."""
    deployment, actor = get_deployment(), request.actor
    call = known_call(request, id) if id else empty_call(request.GET)
    draft = find_draft(request, f"{FORM}:{id}" if id else FORM)
    return render(request, "intake/intake.html", page_data(deployment, actor, call, draft, get_language() or "en"))


@require_POST
@page("intake")
def draft(request: HttpRequest) -> HttpResponse:
    """Keep what was typed and not yet sent, encrypted; or throw it away."""
    sent = read_body(request)
    incident = str(sent.get("incident", ""))
    form = f"{FORM}:{incident}" if incident else FORM
    kept = json.dumps(sent["call"]) if isinstance(sent.get("call"), dict) else ""
    if incident and not IDS.fullmatch(incident):  # a form's name is not encrypted, so it may not be words
        return JsonResponse({"sentence": "incident"}, status=422)
    if len(kept) > LONGEST_DRAFT:
        return JsonResponse({"sentence": "too long"}, status=413)
    keep_draft(request, form, kept)
    return JsonResponse({"kept": bool(kept)})
