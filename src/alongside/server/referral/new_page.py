"""Sending somebody on: what is needed, who offers it, whether the person agreed to each being told."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from alongside.library.directory.needs import load_needs
from alongside.server.referral.offering import tell_offered
from alongside.server.referral.rows import referral_row
from alongside.server.referral.seeing import referral_of
from alongside.server.site.care_texts import care_texts
from alongside.server.site.looking import look
from alongside.server.site.routes import page


@page("referral")
def new(request: HttpRequest, episode: str) -> HttpResponse:
    """``?for=`` names a referral for which further organizations are asked."""
    need, text, more = request.GET.get("need", ""), request.GET.get("q", "")[:100], request.GET.get("for", "")
    with look(request) as seen:
        found = seen.episode(episode)
        before = referral_of(seen, more) if more else None
        need = before.need if before else need if need in load_needs() else ""
        asked = {one.partner for id in (before.asks if before else ()) if (one := seen.view.board.asks.find(id)) and one.is_open}
        told = {
            **tell_offered(seen, found, need, text, asked),
            "before": referral_row(seen, before) if before else None,
            "text": text,
        }
    return render(request, "referral/new.html", {**told, "texts": care_texts("referral")})
