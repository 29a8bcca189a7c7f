"""Sending somebody on: what is needed, who offers it, whether the person agreed to each being told."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from alongside.core.directory.search import Found, Wanted, search
from alongside.core.state import Episode
from alongside.library.directory.needs import load_needs
from alongside.server.referral.rows import referral_row, say_need
from alongside.server.referral.seeing import consents_to, referral_of
from alongside.server.site.care_texts import care_texts
from alongside.server.site.confirmed import say_confirmed
from alongside.server.site.consent_words import SIGNER
from alongside.server.site.looking import Look, look
from alongside.server.site.persons import person_row
from alongside.server.site.routes import page

MOST = 30


@page("referral")
def new(request: HttpRequest, episode: str) -> HttpResponse:
    """``?for=`` names a referral for which further organizations are asked."""
    need, text, more = request.GET.get("need", ""), request.GET.get("q", "")[:100], request.GET.get("for", "")
    with look(request) as seen:
        found = seen.episode(episode)
        before = referral_of(seen, more) if more else None
        need = before.need if before else need if need in load_needs() else ""
        told = {
            **_tell(seen, found, need, text),
            "before": referral_row(seen, before) if before else None,
            "text": text,
        }
    return render(request, "referral/new.html", {**told, "texts": care_texts("referral")})


def _tell(seen: Look, episode: Episode, need: str, text: str) -> dict[str, Any]:
    if episode.responsible is None:
        raise Http404(episode.id)
    language, now, listed = seen.view.language, seen.asking.now, seen.deployment.directory.page()
    found = search(listed.services.values(), Wanted(text=text, need=need), now) if need else []
    offered = [one for one in found if one.service.is_offered][:MOST]
    needs = [{"code": one.id, "word": one.labels.get(language, one.labels["en"])} for one in load_needs().values()]
    return {
        "one": person_row(seen.view, episode),
        "person": episode.person,
        "need": need,
        "need_word": say_need(need, language) if need else "",
        "needs": sorted(needs, key=lambda one: one["word"].casefold()),
        "services": [_service(seen, episode, one, now) for one in offered],
        "signers": [{"code": code, "word": gettext(text)} for code, text in SIGNER.items()],
    }


def _service(seen: Look, episode: Episode, found: Found, now: int) -> dict[str, Any]:
    one = found.service
    return {
        "id": one.id,
        "partner": one.partner,
        "name": one.name,
        "organization": one.organization,
        "confirmed": say_confirmed(one, now),
        "stale": one.is_stale(now),
        "agreed": bool(episode.person) and consents_to(seen, episode, one.partner),
    }
