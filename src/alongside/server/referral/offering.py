"""What the page that sends somebody on offers: needs, services, and whether the person agreed to each."""

from typing import Any

from django.http import Http404
from django.utils.translation import gettext

from alongside.core.directory.search import Found, Wanted, search
from alongside.core.referral.consenting import consents_to
from alongside.core.state import Episode
from alongside.library.directory.needs import load_needs
from alongside.server.referral.rows import say_need
from alongside.server.site.confirmed import say_confirmed
from alongside.server.site.consent_words import SIGNER
from alongside.server.site.looking import Look
from alongside.server.site.persons import person_row

MOST = 30


def tell_offered(seen: Look, episode: Episode, need: str, text: str, asked: set[str]) -> dict[str, Any]:
    """``asked``: organizations that still owe an answer to this referral; nobody is asked twice."""
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
        "services": [{**_service(seen, episode, one, now), "asked": one.service.partner in asked} for one in offered],
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
        "agreed": bool(episode.person) and consents_to(seen.view.board, episode.person, one.partner, now),
    }
