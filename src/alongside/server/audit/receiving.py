"""Heads of other deployments, kept here for them: whoever could change their machine cannot change ours."""

import json

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from alongside.ledger.signatures import short_name
from alongside.server.audit.anchor_file import keep_in_file
from alongside.server.audit.head import from_plain
from alongside.server.audit.rules import read_audit_rules
from alongside.server.site.deployment import get_deployment
from alongside.server.site.routes import OPEN, page

MOST_BYTES = 4_096


@csrf_exempt
@require_POST
@page(OPEN)
def keep_head(request: HttpRequest) -> HttpResponse:
    """A sound head, signed by a key that ``audit.yaml`` names under ``keeps``, is kept; anything else is nothing we know of."""
    data = get_deployment().options.data
    try:
        head = from_plain(json.loads(request.body[:MOST_BYTES]))
    except (ValueError, KeyError, TypeError) as wrong:
        raise Http404("head") from wrong
    if head.public_key not in read_audit_rules(data).keeps or not head.is_sound:
        raise Http404("head")
    keep_in_file(data / f"heads-of-{short_name(head.public_key)}.jsonl", head)
    return HttpResponse(status=204)
