"""A referral as its pages show it: what is needed, who sees to it, who was asked and what each said. No name of anybody."""

from collections.abc import Iterable
from typing import Any

from alongside.core.referral.state import Ask, Referral
from alongside.core.sharing.knowing import is_business
from alongside.library.directory.needs import load_needs
from alongside.server.site.coded import word
from alongside.server.site.consent_scope import agency_name
from alongside.server.site.looking import Look
from alongside.server.site.persons import person_row

LATE, TO_FIND, WAITS, AGREED, CLOSED = "late", "to_find", "waits", "agreed", "closed"
NOBODY = ("rejected", "failed")


def say_need(need: str, language: str) -> str:
    """The need in plain words."""
    known = load_needs().get(need)
    return known.labels.get(language, known.labels["en"]) if known else need.replace("_", " ")


def list_mine(seen: Look) -> list[Referral]:
    """Every referral that is this reader's business."""
    return [one for one in seen.view.board.referrals if is_business(seen.asking, "referral", one.id)]


def referral_row(seen: Look, one: Referral) -> dict[str, Any]:
    """One of them; ``asks`` in the order in which they were asked."""
    board, language = seen.view.board, seen.view.language
    episode = board.episodes.find(one.episode)
    asks = [ask_row(seen, ask) for id in one.asks if (ask := board.asks.find(id))]
    return {
        **(person_row(seen.view, episode) if episode else {}),
        "id": one.id,
        "person": episode.person if episode else "",
        "need": say_need(one.need, language),
        "urgent": one.urgent,
        "owner": seen.view.names.party(board, one.owner, language) if one.owner else "",
        "own": one.owner is not None and one.owner.id == seen.actor.seat,
        "made_by": seen.deployment.names.person(one.made_by),
        "mine": one.made_by == seen.actor.staff,
        "made_at": one.made_at,
        "status": one.status.value,
        "status_word": word("referral_status", one.status),
        "due_at": one.due_at,
        "overdue": one.overdue or (one.is_open and one.due_at <= seen.asking.now),
        "is_open": one.is_open,
        "closed_at": one.closed_at,
        "reason": word("referral_cancelled", one.reason) if one.reason else "",
        "agreed": bool(one.agreed),
        "told_by": seen.deployment.names.person(one.seen_told_by) if one.seen_told_by else "",
        "asks": asks,
        "nobody": one.is_open and one.status.value in NOBODY,
    }


def ask_row(seen: Look, ask: Ask) -> dict[str, Any]:
    """One organization that was asked."""
    listed = seen.deployment.directory.page()
    service = listed.services.get(ask.service)
    why = {"rejected": "referral_declined", "failed": "referral_failed"}.get(ask.status.value)
    return {
        "id": ask.id,
        "partner": agency_name(seen.view, ask.partner),
        "service": service.name if service else "",
        "service_id": ask.service if service else "",
        "status": ask.status.value,
        "status_word": word("ask_status", ask.status),
        "reason": word(why, ask.reason) if why and ask.reason else "",
        "at": ask.at,
        "answered_at": ask.answered_at,
        "agreed": ask.agreed,
        "appointment_at": ask.appointment_at,
        "is_open": ask.is_open,
        "account": any(one.id == ask.partner for one in seen.view.names.profile.agencies),
    }


def list_of(row: dict[str, Any]) -> str:
    """In which list of the page it stands."""
    if not row["is_open"]:
        return CLOSED
    if row["overdue"]:
        return LATE
    return TO_FIND if row["nobody"] else AGREED if row["agreed"] else WAITS


def unanswered(seen: Look, referrals: Iterable[Referral]) -> list[dict[str, Any]]:
    """By organization: asked, answered, never answered while it was asked, agreed, seen; the least answered first."""
    counted: dict[str, dict[str, Any]] = {}
    board, now = seen.view.board, seen.asking.now
    for one in referrals:
        for ask in (found for id in one.asks if (found := board.asks.find(id))):
            row = counted.setdefault(ask.partner, {"asked": 0, "waits": 0, "late": 0, "silent": 0, "agreed": 0, "seen": 0})
            waits = ask.is_open and ask.answered_at is None
            row["asked"] += 1
            row["waits"] += waits
            row["late"] += waits and one.due_at <= now
            row["silent"] += not ask.is_open and ask.answered_at is None
            row["agreed"] += ask.agreed
            row["seen"] += ask.status.value == "completed"
    told = [{"partner": agency_name(seen.view, id), **row} for id, row in counted.items()]
    return sorted(told, key=lambda row: (-row["late"], -row["waits"], -row["silent"], row["partner"]))
