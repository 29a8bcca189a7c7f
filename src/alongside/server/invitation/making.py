"""A link and a PIN for a receiver without an account: made, shown once, kept as hashes."""

from secrets import token_hex, token_urlsafe

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from alongside.core.invitation.requests import MakeInvitation
from alongside.server.site.deployment import get_deployment
from alongside.server.site.invited.secret import hash_of_token, make_secret, proof_of
from alongside.server.site.invited.telling import say_no, tell_made
from alongside.server.site.routes import page


@require_POST
@page("invitation")
def make(request: HttpRequest) -> HttpResponse:
    """Asked of the core like anything else; granted, the page that says link and PIN is this one, and there is no other."""
    secret, said = make_secret(), request.POST
    back = said.get("back", "/")
    back = back if url_has_allowed_host_and_scheme(back, {request.get_host()}) else "/"
    hashes = {"token_hash": hash_of_token(secret.token), "pin_hash": proof_of(secret.token, secret.pin)}
    what = {name: said.get(name, "")[:64] for name in ("purpose", "about", "episode")}
    asked = MakeInvitation(id=token_urlsafe(16), by=request.actor, invitation=token_hex(12), **what, **hashes)
    refused = get_deployment().ledger.record(asked).refusal
    if refused is not None:
        return render(request, "invitation/refused.html", {"why": say_no(request, refused), "back": back}, status=409)
    told = {**tell_made(request, asked.invitation), "back": back}
    pin = f"{secret.pin[:3]} {secret.pin[3:]}"
    address = request.build_absolute_uri(reverse("invitation_door", args=[secret.token]))
    return render(request, "invitation/made.html", {**told, "address": address, "pin": pin})
