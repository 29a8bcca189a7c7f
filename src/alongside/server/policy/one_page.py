"""One change of the policy: what it changes, who wants it from when, and what its reader may do."""

from collections.abc import Callable
from secrets import token_urlsafe
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from alongside.core.policy import requests as r
from alongside.core.request import Request
from alongside.server.policy import told
from alongside.server.policy.asking import ask
from alongside.server.policy.state import change_of, find_policy, may_do, policy_row
from alongside.server.site.code_words import list_codes
from alongside.server.site.looking import look
from alongside.server.site.routes import page

ACTS: dict[str, Callable[..., Request]] = {
    "approve": lambda sent, **about: r.ApprovePolicy(gives=sent.get("gives", "")[:64], **about),
    "decline": lambda sent, **about: r.DeclinePolicy(reason=sent.get("reason", "")[:64], **about),
    "withdraw": lambda sent, **about: r.WithdrawPolicy(**about),
    "roll_back": lambda sent, **about: r.RollBackPolicy(reason=sent.get("reason", "")[:64], **about),
}


@page("policy")
def policy(request: HttpRequest, policy: str) -> HttpResponse:
    """Read it, or act on it: asked of the core like anything else."""
    refused = _act(request, policy) if request.method == "POST" else ""
    if request.method == "POST" and not refused:
        return HttpResponseRedirect(reverse("policy_one", args=[policy]))
    return render(request, "policy/one.html", {**_tell(request, policy), "refused": refused}, status=409 if refused else 200)


def _act(request: HttpRequest, policy: str) -> str:
    _tell(request, policy)  # 404 before anything is asked
    make = ACTS.get(request.POST.get("act", ""), ACTS["decline"])
    return ask(request, make(request.POST, id=token_urlsafe(16), by=request.actor, policy=policy))


def _tell(request: HttpRequest, policy: str) -> dict[str, Any]:
    with look(request) as seen:
        one = find_policy(seen, policy)
        change = change_of(seen, one)
        said = {"one": policy_row(seen, one), "rows": change.rows, "gives": change.gives, "may": may_do(seen, one)}
    return {**said, "declines": list_codes(told.DECLINED), "backs": list_codes(told.BACK)}
