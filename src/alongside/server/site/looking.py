"""The one way from a page to what is kept: bound to who asks. What is not the asker's business is as if it did not exist.

Pages reach neither board nor ledger, vault or models beside it (tests/architecture/scope.py fails the build).
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from alongside.core.asking import Asking
from alongside.server.site.care_texts import care_texts
from alongside.server.site.deployment import get_deployment
from alongside.server.site.page_words import read_file, read_words, with_notices
from alongside.server.site.rows import Row
from alongside.server.site.seen import Look

__all__ = ["Look", "look", "read_file", "read_words", "show"]


@contextmanager
def look(request: HttpRequest) -> Iterator[Look]:
    """The board as committed, held while the page's rows are made."""
    deployment, actor = get_deployment(), request.actor
    now = deployment.clock.now()
    with deployment.ledger.board() as board:
        asking = Asking(board, deployment.rules, deployment.travel, actor, now, now)
        yield Look(deployment, actor, deployment.view(board, get_language() or "en"), asking)


def show(request: HttpRequest, stage: str, name: str, told: Row) -> HttpResponse:
    """The whole page of a stage, or only its living part where the page's script asks for it again."""
    whole = {**told, "texts": care_texts(stage), "notices": getattr(request, "notices", None)}
    if not request.headers.get("X-Part"):
        return render(request, f"{stage}/{name}.html", whole)
    return with_notices(request, render(request, f"{stage}/_{name}.html", whole))
