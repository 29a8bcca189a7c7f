"""What a reader does about a change of the policy: agree, decline, take back, roll back."""

from collections.abc import Callable
from secrets import token_urlsafe

from django.http import HttpRequest

from alongside.core.policy import requests as r
from alongside.core.request import Request
from alongside.server.policy.accounts import of_accounts
from alongside.server.policy.asking import ask

ACTS: dict[str, Callable[..., Request]] = {
    "approve": lambda sent, author, **about: r.ApprovePolicy(gives=sent.get("gives", "")[:64], **of_accounts(author, about["by"]), **about),
    "decline": lambda sent, _author, **about: r.DeclinePolicy(reason=sent.get("reason", "")[:64], **about),
    "withdraw": lambda _sent, _author, **about: r.WithdrawPolicy(**about),
    "roll_back": lambda sent, _author, **about: r.RollBackPolicy(reason=sent.get("reason", "")[:64], **about),
}


def act(request: HttpRequest, policy: str, author: str) -> str:
    """Asked of the core like anything else; empty where it was granted. ``author``: who proposed it."""
    make = ACTS.get(request.POST.get("act", ""), ACTS["decline"])
    return ask(request, make(request.POST, author, id=token_urlsafe(16), by=request.actor, policy=policy))
