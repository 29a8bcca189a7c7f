"""What the intake page asks while somebody speaks: where that may be, and what the protocol says."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_POST

from alongside.core.refused import Refused
from alongside.roads.refused import RoadsRefused
from alongside.server.intake.body import read_body
from alongside.server.intake.place import candidates
from alongside.server.intake.protocol import triage_json
from alongside.server.intake.same import likely_same
from alongside.server.site.deployment import get_deployment
from alongside.server.site.routes import page


@require_POST
@page("intake")
def find_place(request: HttpRequest) -> HttpResponse:
    """Candidates for the caller's words. A failed look-up says so and never blocks: the words are kept as they are."""
    try:
        found = candidates(str(read_body(request).get("words", "")))
    except RoadsRefused as refused:
        return JsonResponse({"candidates": [], "sentence": str(refused)})
    return JsonResponse({"candidates": found, "sentence": ""})


@require_POST
@page("intake")
def triage(request: HttpRequest) -> HttpResponse:
    """What the protocol says about these answers; nothing is recorded by asking."""
    deployment, sent, language = get_deployment(), read_body(request), get_language() or "en"
    protocol = deployment.rules.protocols.get(str(sent.get("protocol")) or deployment.rules.program.protocol)
    answers = sent.get("answers")
    if protocol is None or not isinstance(answers, dict):
        return JsonResponse({"sentence": "protocol, answers"}, status=422)
    try:
        told = triage_json(protocol, {str(question): str(answer) for question, answer in answers.items()}, deployment.names, language)
    except Refused as refused:
        return JsonResponse({"sentence": str(refused)}, status=422)
    same = likely_same(request, str(sent.get("incident", "")), str(sent.get("cad_number", "")), language)
    return JsonResponse(told | {"same": same})
