"""Keeps what was typed into a form of a record and not sent, as the page tells it."""

import json

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_POST

from alongside.server.person.drafts import keep_typed
from alongside.server.person.writing import FORMS
from alongside.server.site.knowing import may_open_record
from alongside.server.site.looking import look
from alongside.server.site.routes import page


@require_POST
@page("person")
def draft(request: HttpRequest) -> JsonResponse:
    """Keep what was typed into a form and not sent, encrypted; nothing typed throws it away."""
    try:
        sent = json.loads(request.body)
        person, data_class, texts = sent["person"], sent["class"], dict(sent["texts"])
    except (ValueError, KeyError, TypeError):
        return JsonResponse({"kept": False}, status=422)
    with look(request) as seen:
        is_theirs = may_open_record(seen.deployment.vault.sharing.rules, seen.view.board, seen.actor, str(person), seen.asking.now)
    if not is_theirs or data_class not in FORMS or not all(isinstance(text, str) for text in texts.values()):
        return JsonResponse({"kept": False}, status=404)
    kept = keep_typed(request, person, data_class, texts)
    return JsonResponse({"kept": kept}, status=200 if kept else 413)
