"""Propose other settings: a form of everything that is in force, checked field by field. An address may carry values already."""

from secrets import token_hex, token_urlsafe
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse

from alongside.core.policy.bounds import list_bounds
from alongside.core.policy.requests import ProposePolicy
from alongside.core.policy.settings import list_settings
from alongside.server.policy import told
from alongside.server.policy.asking import ask
from alongside.server.policy.filling import Wrong, fields_of
from alongside.server.policy.reading import Typed, read_typed
from alongside.server.policy.rows import changes
from alongside.server.site.code_words import list_codes
from alongside.server.site.looking import Look, look
from alongside.server.site.routes import page


@page("policy")
def new_policy(request: HttpRequest) -> HttpResponse:
    """The form; what was typed and cannot be comes back with a sentence beside it, and nothing is asked yet."""
    sent = request.POST if request.method == "POST" else request.GET
    with look(request) as seen:
        typed, shown = _read(seen, sent), _show(seen, sent)
    why = "" if request.method != "POST" or typed.wrong else _propose(request, typed, sent.get("reason", "")[:64])
    if request.method == "POST" and not typed.wrong and why.startswith("/"):
        return HttpResponseRedirect(why)
    told_all = {**shown, "wrong": typed.wrong, "refused": why, "wanted": sent.get("wanted_at", ""), "reason": sent.get("reason", "")}
    return render(request, "policy/new.html", told_all, status=400 if typed.wrong else 409 if why else 200)


def _read(seen: Look, sent: QueryDict) -> Typed:
    rules = seen.asking.rules
    return read_typed(sent, rules, list_settings(rules), list_bounds(rules), seen.deployment.profile.area.zone)


def _show(seen: Look, sent: QueryDict) -> dict[str, Any]:
    typed, rules = _read(seen, sent), seen.asking.rules
    now, bounds, names, language = list_settings(rules), list_bounds(rules), seen.deployment.names, seen.view.language
    groups = fields_of(now | typed.changed, bounds, Wrong(typed.wrong, sent), names, language)
    fitting = {name: one for name, one in typed.changed.items() if name not in typed.wrong}
    rows = changes(now, now | fitting, bounds, names, language)
    return {"groups": groups, "rows": rows, "reasons": list_codes(told.REASON), "zone": seen.deployment.profile.area.zone}


def _propose(request: HttpRequest, typed: Typed, reason: str) -> str:
    """The address of what was proposed, or why not."""
    id = token_hex(12)
    settings = tuple(typed.changed.values())
    asked = ProposePolicy(id=token_urlsafe(16), by=request.actor, policy=id, settings=settings, wanted_at=typed.wanted_at, reason=reason)
    return ask(request, asked) or reverse("policy_one", args=[id])
