"""What waits for a signature: read, then signed."""

from secrets import token_urlsafe

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import get_language

from alongside.core.supervised.requests import SignItem
from alongside.server.site.deployment import get_deployment
from alongside.server.site.looking import look, read_words
from alongside.server.site.routes import page
from alongside.server.site.sentences import say
from alongside.server.supervised.waiting import list_waiting, tell


@page("to_sign")
def to_sign(request: HttpRequest) -> HttpResponse:
    """Those of the people one supervises; somebody in training sees what of theirs waits."""
    refused = sign(request) if request.method == "POST" else ""
    if request.method == "POST" and not refused:
        return HttpResponseRedirect("/to-sign/")
    deployment, language = get_deployment(), get_language() or "en"
    with look(request) as seen:
        waiting = list_waiting(seen)
    words = read_words(request, [reference for _, reference in waiting], "treatment")
    rows = [tell(deployment, request.actor, row, words, reference, language) for row, reference in waiting]
    return render(request, "supervised/to_sign.html", {"rows": rows, "refused": refused}, status=409 if refused else 200)


def sign(request: HttpRequest) -> str:
    """Sign one; why not, in a sentence."""
    deployment, item = get_deployment(), request.POST.get("item", "")
    with look(request) as seen:
        written = seen.view.board.items.find(item)
    overseer = deployment.names.overseers.get(written.author, "") if written else ""
    asked = SignItem(id=token_urlsafe(16), by=request.actor, person=request.POST.get("person", ""), item=item, supervisor=overseer)
    receipt = deployment.ledger.record(asked)
    if receipt.granted:
        return ""
    with look(request) as seen:
        return say(receipt.code, receipt.parameters, deployment.names, seen.view.board, get_language() or "en")
