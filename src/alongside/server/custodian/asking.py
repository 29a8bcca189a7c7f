"""A request of the custodian's own pages, asked on the server: what it signs is never what a browser sent."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language

from alongside.server.site.deployment import get_deployment
from alongside.server.site.looking import look
from alongside.server.site.sentences import say_refused


def ask(request: HttpRequest, asked: Any, id: str) -> HttpResponse:
    """Back to the release where it was granted; else the sentence that says why not."""
    deployment = get_deployment()
    refused = deployment.ledger.record(asked).refusal
    if refused is None:
        return HttpResponseRedirect(reverse("records_release", args=[id]))
    with look(request) as seen:
        why = say_refused(refused, deployment.names, seen.view.board, get_language() or "en")
    return render(request, "site/sorry.html", {"title": why, "remedy": ""}, status=409)
