"""The intake page and the three small questions it asks the server while somebody speaks."""

import json
from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_POST

from alongside.core.refused import Refused
from alongside.roads.refused import RoadsRefused
from alongside.server.intake.page import empty_call, known_call, page_data
from alongside.server.intake.place import candidates
from alongside.server.intake.protocol import triage_json
from alongside.server.intake.same import likely_same
from alongside.server.site.asking.decode import IDS
from alongside.server.site.deployment import get_deployment
from alongside.server.site.routes import page

FORM = "intake"
LONGEST_DRAFT = 60_000


@page("intake")
def intake(request: HttpRequest, id: str = "") -> HttpResponse:
    """A new call, or one that goes on."""
    deployment, actor = get_deployment(), request.actor
    call = known_call(deployment, actor, id) if id else empty_call(request.GET)
    if call is None:
        raise Http404(id)
    draft = deployment.vault.drafts.find(actor.staff, f"{FORM}:{id}" if id else FORM)
    return render(request, "intake/intake.html", page_data(deployment, actor, call, draft, get_language() or "en"))


def _body(request: HttpRequest) -> Mapping[str, Any]:
    try:
        sent = json.loads(request.body)
    except (ValueError, RecursionError):
        return {}
    return sent if isinstance(sent, dict) else {}


@require_POST
@page("intake")
def find_place(request: HttpRequest) -> HttpResponse:
    """Candidates for the caller's words. A failed look-up says so and never blocks: the words are kept as they are."""
    try:
        found = candidates(str(_body(request).get("words", "")))
    except RoadsRefused as refused:
        return JsonResponse({"candidates": [], "sentence": str(refused)})
    return JsonResponse({"candidates": found, "sentence": ""})


@require_POST
@page("intake")
def triage(request: HttpRequest) -> HttpResponse:
    """What the protocol says about these answers; nothing is recorded by asking."""
    deployment, sent, language = get_deployment(), _body(request), get_language() or "en"
    protocol = deployment.rules.protocols.get(str(sent.get("protocol")) or deployment.rules.program.protocol)
    answers = sent.get("answers")
    if protocol is None or not isinstance(answers, dict):
        return JsonResponse({"sentence": "protocol, answers"}, status=422)
    try:
        told = triage_json(protocol, {str(question): str(answer) for question, answer in answers.items()}, deployment.names, language)
    except Refused as refused:
        return JsonResponse({"sentence": str(refused)}, status=422)
    actor = request.actor
    same = likely_same(deployment, actor, str(sent.get("incident", "")), str(sent.get("cad_number", "")), language)
    return JsonResponse(told | {"same": same})


@require_POST
@page("intake")
def draft(request: HttpRequest) -> HttpResponse:
    """Keep what was typed and not yet sent, encrypted; or throw it away."""
    deployment, sent, staff = get_deployment(), _body(request), request.actor.staff
    incident = str(sent.get("incident", ""))
    form = f"{FORM}:{incident}" if incident else FORM
    kept = json.dumps(sent["call"]) if isinstance(sent.get("call"), dict) else ""
    if incident and not IDS.fullmatch(incident):  # a form's name is not encrypted, so it may not be words
        return JsonResponse({"sentence": "incident"}, status=422)
    if len(kept) > LONGEST_DRAFT:
        return JsonResponse({"sentence": "too long"}, status=413)
    if kept:
        deployment.vault.drafts.save(staff, form, kept, deployment.clock.now())
    else:
        deployment.vault.drafts.throw_away(staff, form)
    return JsonResponse({"kept": bool(kept)})
