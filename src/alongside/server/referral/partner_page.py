"""What an organization was asked: what is needed, without who for; once it agreed, whom to expect. Only what is its own."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext

from alongside.core.referral.state import Ask
from alongside.server.referral.rows import say_need
from alongside.server.referral.seeing import list_told
from alongside.server.site.coded import choices, word
from alongside.server.site.looking import Look, look, read_words, show
from alongside.server.site.record_codes import coded
from alongside.server.site.routes import page
from alongside.server.site.telling import told_or_why
from alongside.server.site.words import LANGUAGE_NAMES

KEPT_MS = 30 * 86_400_000  # what is over is listed a month longer


@page("referred")
def list_asked(request: HttpRequest) -> HttpResponse:
    """To answer first, then who is expected, then what is over."""
    with look(request) as seen:
        asks = [one for one in seen.view.board.asks if one.partner == seen.actor.agency and _is_shown(one, seen.asking.now)]
        rows = [asked_row(seen, one) for one in asks]
    words = read_words(request, [one for row in rows for one in row["references"]], "referral")
    for row in rows:
        row["told"] = told_rows(words, row.pop("references"))
    rows.sort(key=lambda row: (row["answer_by"], row["at"]))
    told = {
        "to_answer": [row for row in rows if row["is_open"] and not row["agreed"]],
        "expected": [row for row in rows if row["is_open"] and row["agreed"]],
        "over": [row for row in rows if not row["is_open"]],
        **{name: choices(f"referral_{name}") for name in ("declined", "failed")},
    }
    return show(request, "referral", "partner", told)


def _is_shown(one: Ask, now: int) -> bool:
    return one.is_open or now - (one.answered_at or one.at) < KEPT_MS


def asked_row(seen: Look, ask: Ask) -> dict[str, Any]:
    """One of them: codes only, and by reference the words that only who agreed may read."""
    board, language = seen.view.board, seen.view.language
    referral, episode = board.referrals.reach(ask.referral), board.episodes.reach(ask.episode)
    person, incident = board.people.find(episode.person), board.incidents.find(ask.incident)
    service = seen.deployment.directory.page().services.get(ask.service)
    return {
        "id": ask.id,
        "need": say_need(referral.need, language),
        "service": service.name if service else "",
        "urgent": referral.urgent,
        "age": coded("age", person.age_at(seen.asking.now) if person else "unknown"),
        "language": gettext(LANGUAGE_NAMES.get(incident.language, incident.language)) if incident and incident.language else "",
        "status": ask.status.value,
        "status_word": word("ask_status", ask.status),
        "at": ask.at,
        "answer_by": referral.due_at,
        "late": ask.is_open and referral.due_at <= seen.asking.now,
        "appointment_at": ask.appointment_at,
        "agreed": ask.agreed,
        "is_open": ask.is_open,
        "references": list_told(seen, ask.episode, referral) if ask.knows_person else [],
    }


def told_rows(words: Any, references: list[Any]) -> list[dict[str, str]]:
    """What may be read, under the names of its fields; why not, where it may not."""
    return [{"label": coded("told", one.field), "words": text} for one in references if (text := told_or_why(words, one))]
