"""What is preserved, what may go, and what goes."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from alongside.core.custodian.erasing import GROUNDS, list_needs
from alongside.core.custodian.preserving import LIFTS, REASONS
from alongside.server.custodian.due import list_due
from alongside.server.custodian.whom import find_asked, number_of
from alongside.server.site.coded import choices, word
from alongside.server.site.looking import Look, look, read_words, show
from alongside.server.site.routes import page
from alongside.server.site.telling import told_or_why


@page("custodian")
def keeping(request: HttpRequest) -> HttpResponse:
    """Preserved by the law's wish; due to go by schedule; proposed and signed erasing."""
    with look(request) as seen:
        kept = [one for one in seen.view.board.preservations if one.lifted_at is None]
        why = [word_ for one in kept for word_ in one.words]
        told: dict[str, Any] = find_asked(seen.view.board, request.GET.get("number", ""))
        told["preserved"] = [_preserved(seen, one) for one in sorted(kept, key=lambda one: one.review_at)]
        due = list_due(seen.view.board, seen.asking.rules, seen.asking.now)
        told["due"] = [{**one, "needs": [word("need", code) for code in one["stands"]]} for one in due]
        told["erasures"] = [_erasure(seen, one) for one in reversed(list(seen.view.board.erasures))]
        for about in told["abouts"]:
            about["needs"] = [word("need", code) for code in list_needs(seen.view.board, about["kind"], about["id"])]
    words = read_words(request, why, "release")
    for row in told["preserved"]:
        row["words"] = " ".join(told_or_why(words, one) for one in row.pop("references"))
    told |= {
        "reasons": choices("preserves", sorted(REASONS)),
        "lifts": choices("lifts", sorted(LIFTS)),
        "grounds": choices("ground", sorted(GROUNDS)),
    }
    return show(request, "custodian", "keeping", told)


def _preserved(seen: Look, one: Any) -> dict[str, Any]:
    return {
        "id": one.id,
        "about": number_of(seen.view.board, one.about_kind, one.about),
        "reason": word("preserves", one.reason),
        "by": seen.deployment.names.person(one.author),
        "at": one.at,
        "review_at": one.review_at,
        "review_due": one.review_due,
        "own": one.author == seen.actor.staff,
        "references": one.words,
    }


def _erasure(seen: Look, one: Any) -> dict[str, Any]:
    return {
        "id": one.id,
        "about": number_of(seen.view.board, one.about_kind, one.about),
        "ground": word("ground", one.ground),
        "by": seen.deployment.names.person(one.author),
        "signed_by": seen.deployment.names.person(one.signed_by) if one.signed_by else "",
        "at": one.at,
        "state": one.state,
        "state_word": word("erasure_state", one.state),
        "own": one.author == seen.actor.staff,
    }
