"""A member of staff's own phone and address: kept encrypted like a draft, read by nobody, compared with the records they open."""

import json

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from alongside.server.people.staff import list_names
from alongside.server.people.written import by_request, write_down
from alongside.server.records.kin import Own
from alongside.server.records.vault import Vault
from alongside.server.site.kept import find_draft, keep_draft
from alongside.server.site.routes import SIGNED_IN, page

FORM = "own_contact"
FIELDS = ("phone", "address")
LONGEST = 200


@require_POST
@page(SIGNED_IN)
def keep_own_contact(request: HttpRequest) -> HttpResponse:
    """Keep what was written, in place of what was kept before; nothing written keeps nothing."""
    given = {field: text for field in FIELDS if (text := request.POST.get(field, "").strip()[:LONGEST])}
    keep_draft(request, FORM, json.dumps(given) if given else "")
    write_down("own_contact", by_request(request), request.actor.staff, ",".join(given) or "none")
    return HttpResponseRedirect(reverse("account") + "#own-contact")


def find_own_contact(request: HttpRequest) -> dict[str, str]:
    """What one gave oneself."""
    found: dict[str, str] = json.loads(find_draft(request, FORM) or "{}")
    return found


def list_own(vault: Vault) -> dict[str, Own]:
    """By staff id, whoever gave something: what they are compared by."""
    names = list_names()
    return {staff: Own(names.get(staff, ""), **json.loads(kept)) for staff, kept in vault.drafts.list_of_form(FORM).items()}
