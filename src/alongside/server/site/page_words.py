"""Words on their way to a page, through the choke-point; whatever the law says goes with them goes with the page."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import get_language

from alongside.core.party import Reference
from alongside.server.records.filing import Filed
from alongside.server.records.open import Words
from alongside.server.site.deployment import get_deployment
from alongside.server.site.notices import tell_because_of


def read_words(request: HttpRequest, references: Sequence[Reference], purpose: str) -> Words:
    """Words by vault id, and why not the others: every reading is noted before. ``request.notices`` is printed with the page."""
    deployment = get_deployment()
    words = deployment.vault.read(request.actor, references, purpose) if references else Words()
    if words.notices or words.consents:  # 42 CFR 2.32: the page that shows them says so, whichever page it is
        with deployment.ledger.board() as board:
            view = deployment.view(board, get_language() or "en")
            request.notices = tell_because_of(view, deployment.vault.sharing, words)
    return words


def read_file(request: HttpRequest, reference: Reference, purpose: str) -> Filed | None:
    """A photo or scan, noted before; None where it is withheld, erased or not whole."""
    return get_deployment().vault.read_file(request.actor, reference, purpose)


def with_notices(request: HttpRequest, part: HttpResponse) -> HttpResponse:
    """The living part of a page, followed by what goes with its words."""
    if notices := getattr(request, "notices", None):
        part.content += render_to_string("site/notices.html", {"notices": notices}, request).encode()
    return part
