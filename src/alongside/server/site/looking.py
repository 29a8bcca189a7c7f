"""One look at the board for a page: bound to who asks, the rules, the roads and the time."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import get_language

from alongside.core.asking import Asking
from alongside.core.party import Actor, Reference
from alongside.server.records.open import Words
from alongside.server.site.care_texts import care_texts
from alongside.server.site.consent_scope import tell_because_of
from alongside.server.site.deployment import Deployment, get_deployment
from alongside.server.site.rows import Row, View


class Look(NamedTuple):
    """What a page is made from. Build plain rows and leave: nothing of the board may be kept."""

    deployment: Deployment
    actor: Actor
    view: View
    asking: Asking


@contextmanager
def look(request: HttpRequest) -> Iterator[Look]:
    """The board as committed, held while the page's rows are made."""
    deployment, actor = get_deployment(), request.actor
    now = deployment.clock.now()
    with deployment.ledger.board() as board:
        asking = Asking(board, deployment.rules, deployment.travel, actor, now, now)
        yield Look(deployment, actor, deployment.view(board, get_language() or "en"), asking)


def read_words(request: HttpRequest, references: Sequence[Reference], purpose: str) -> Words:
    """Words by vault id, through the choke-point, and why not the others: every reading is noted before it is shown."""
    words = get_deployment().vault.read(request.actor, references, purpose) if references else Words()
    if words.notices or words.consents:
        with look(request) as seen:  # 42 CFR 2.32: the page that shows them says so, whichever page it is
            request.notices = tell_because_of(seen.view, seen.deployment.vault.sharing, words)
    return words


def show(request: HttpRequest, stage: str, name: str, told: Row) -> HttpResponse:
    """The whole page of a stage, or only its living part where the page's script asks for it again."""
    whole = {**told, "texts": care_texts(stage), "notices": getattr(request, "notices", None)}
    if not request.headers.get("X-Part"):
        return render(request, f"{stage}/{name}.html", whole)
    part = render(request, f"{stage}/_{name}.html", whole)
    if whole["notices"]:
        part.content += render_to_string("site/notices.html", whole, request).encode()
    return part
