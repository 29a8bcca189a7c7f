"""The one way from a page to what is kept: bound to who asks. What is not the asker's business is as if it did not exist.

Pages reach neither board nor ledger, vault or models beside it (tests/architecture/scope.py fails the build).
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from alongside.core.asking import Asking
from alongside.core.party import Reference
from alongside.server.records.open import Words
from alongside.server.site.care_texts import care_texts
from alongside.server.site.deployment import get_deployment
from alongside.server.site.rows import Row
from alongside.server.site.seen import Look

__all__ = ["Look", "look", "read_words", "show"]


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
    actor = request.actor
    return get_deployment().vault.read(actor, references, purpose) if references else Words()


def show(request: HttpRequest, stage: str, name: str, told: Row) -> HttpResponse:
    """The whole page of a stage, or only its living part where the page's script asks for it again."""
    template = f"{stage}/_{name}.html" if request.headers.get("X-Part") else f"{stage}/{name}.html"
    return render(request, template, {**told, "texts": care_texts(stage)})
