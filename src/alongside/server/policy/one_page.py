"""One change of the policy: what it changes, who wants it from when, and what its reader may do."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from alongside.server.policy import told
from alongside.server.policy.accounts import say_made_both
from alongside.server.policy.acting import act
from alongside.server.policy.difference import change_of
from alongside.server.policy.state import find_policy, may_do, policy_row
from alongside.server.site.code_words import list_codes
from alongside.server.site.looking import look
from alongside.server.site.routes import page


@page("policy")
def policy(request: HttpRequest, policy: str) -> HttpResponse:
    """Read it, or act on it: asked of the core like anything else."""
    said = _tell(request, policy)
    refused = act(request, policy, said["author"]) if request.method == "POST" else ""
    if request.method == "POST" and not refused:
        return HttpResponseRedirect(reverse("policy_one", args=[policy]))
    return render(request, "policy/one.html", {**said, "refused": refused}, status=409 if refused else 200)


def _tell(request: HttpRequest, policy: str) -> dict[str, Any]:
    with look(request) as seen:
        one = find_policy(seen, policy)
        change = change_of(seen, one)
        may = may_do(seen, one)
        both = say_made_both(one, seen.actor.staff if may["agree"] else "", seen.deployment.names)
        said = {
            "one": policy_row(seen, one),
            "rows": change.rows,
            "gives": change.gives,
            "author": one.author,
            "may": may,
            "made_both": both,
        }
    return {**said, "declines": list_codes(told.DECLINED), "backs": list_codes(told.BACK)}
