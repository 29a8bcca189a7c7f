"""Propose other settings: a form of everything that is in force, checked field by field. An address may carry values already."""

from secrets import token_hex, token_urlsafe

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from alongside.core.policy.requests import ProposePolicy
from alongside.server.policy.asking import ask
from alongside.server.policy.filling import read_form, show_form
from alongside.server.policy.reading import Typed
from alongside.server.site.looking import look
from alongside.server.site.routes import page


@page("policy")
def new_policy(request: HttpRequest) -> HttpResponse:
    """The form; what was typed and cannot be comes back with a sentence beside it, and nothing is asked yet."""
    sent = request.POST if request.method == "POST" else request.GET
    with look(request) as seen:
        typed, shown = read_form(seen, sent), show_form(seen, sent)
    why = "" if request.method != "POST" or typed.wrong else _propose(request, typed, sent.get("reason", "")[:64])
    if request.method == "POST" and not typed.wrong and why.startswith("/"):
        return HttpResponseRedirect(why)
    told_all = {**shown, "wrong": typed.wrong, "refused": why, "wanted": sent.get("wanted_at", ""), "reason": sent.get("reason", "")}
    return render(request, "policy/new.html", told_all, status=400 if typed.wrong else 409 if why else 200)


def _propose(request: HttpRequest, typed: Typed, reason: str) -> str:
    """The address of what was proposed, or why not."""
    id = token_hex(12)
    settings = tuple(typed.changed.values())
    asked = ProposePolicy(id=token_urlsafe(16), by=request.actor, policy=id, settings=settings, wanted_at=typed.wanted_at, reason=reason)
    return ask(request, asked) or reverse("policy_one", args=[id])
