"""The case manager's pages. They only look: everything is asked through ``/ask/``."""

from collections.abc import Sequence

from django.http import Http404, HttpRequest, HttpResponse

from alongside.core.codes import AttemptOutcome, EndReason
from alongside.core.sharing.ties import is_contact_prohibited
from alongside.core.state import Episode
from alongside.server.follow_up.reach import list_numbers, with_numbers
from alongside.server.follow_up.story import Told, list_notes, list_responsible, list_told, tell
from alongside.server.follow_up.today import OPEN, Only, follow_up_line, permissions, today
from alongside.server.follow_up.told_back import tell_back
from alongside.server.site.coded import choices, word
from alongside.server.site.looking import Look, look, read_words, show
from alongside.server.site.persons import person_row
from alongside.server.site.routes import page
from alongside.server.site.rows import Row
from alongside.server.site.telling import note_row

ENDS = (EndReason.SEEN, EndReason.RESOLVED, EndReason.DECLINED, EndReason.NOT_REACHED, EndReason.DIED)


@page("follow_up")
def list_today(request: HttpRequest) -> HttpResponse:
    """Overdue, due, new, waiting."""
    only = Only(request.GET.get("rule", ""), request.GET.get("language", ""), request.GET.get("tried", ""))
    with look(request) as seen:
        told = {**today(seen.view, seen.asking, only), **_offered(seen), **_filters(seen, only)}
    return show(request, "follow_up", "today", told)


def _filters(seen: Look, only: Only) -> Row:
    """What the lists can be narrowed to, and what they are narrowed to now."""
    rules = seen.asking.rules.program.follow_ups
    return {
        "rules": [{"code": one.id, "word": seen.view.names.label(f"follow_up.{one.id}", seen.view.language)} for one in rules],
        "languages": choices("language"),
        "only": only,
        "narrowed": any(only),
    }


def _offered(seen: Look) -> Row:
    """What the forms offer, and for which desk this person takes promises on."""
    desk = next((one.id for one in seen.asking.rules.program.desks if one.duty == "follow_up"), "")
    own = any(one.id == seen.actor.seat for one in seen.asking.rules.program.desks)
    supervisors = [one for one in seen.deployment.profile.staff if one.role == "supervisor"]
    return {
        "desk": seen.actor.seat if own else desk,
        "outcomes": choices("outcome", [one.value for one in AttemptOutcome]),
        "closings": choices("closed"),
        "ends": choices("end", [one.value for one in ENDS]),
        "supervisors": [{"code": one.id, "word": one.name} for one in supervisors],
        "is_supervisor": seen.actor.role == "supervisor",
    }


@page("follow_up")
def person(request: HttpRequest, episode: str) -> HttpResponse:
    """One person's story, who was responsible when, and the promises made."""
    with look(request) as seen:
        found = seen.episode(episode)
        if not may_follow(found):
            raise Http404(episode)
        facts = list_told(seen.asking.incident(found.incident))
        told, notes, numbers = _person(seen, found, facts), list_notes(facts, episode), list_numbers(seen.view, found)
    words = read_words(request, [*(reference for _, reference in notes), *(one["reference"] for one in numbers)], "follow_up")
    told["numbers"] = with_numbers(numbers, words)
    told["notes"] = [row for at, one in notes if (row := note_row(words, at, one))["words"]]
    return show(request, "follow_up", "person", told)


@page("outcomes")
def told_back(request: HttpRequest) -> HttpResponse:
    """What became of the people this seat met."""
    with look(request) as seen:
        told = tell_back(seen)
    return show(request, "follow_up", "outcomes", told)


def may_follow(episode: Episode) -> bool:
    """Only people to whom a promise was made, or with whom the follow-up desk has to do now, have a page here."""
    return bool(episode.follow_ups) or (episode.responsible is not None and episode.responsible.kind == "position")


def _person(seen: Look, episode: Episode, facts: Sequence[Told]) -> Row:
    promises = [one for id in episode.follow_ups if (one := seen.view.board.follow_ups.find(id))]
    return {
        "person": person_row(seen.view, episode),
        "ended": word("end", episode.ended) if episode.ended else "",
        "disposition_word": word("disposition", episode.disposition) if episode.disposition else "",
        "details": [word("detail", code) for code in episode.details],
        "permissions": permissions(episode),
        "voicemail": "voicemail" in episode.consents,
        "prohibited": bool(episode.person) and is_contact_prohibited(seen.view.board, episode.person),
        "lines": [line for one in promises if one.status in OPEN and (line := follow_up_line(seen.view, seen.asking, one))],
        "settled": [
            {"outcome": word("outcome" if one.status == "kept" else "closed", one.outcome), "attempts": one.attempts, "due_at": one.due_at}
            for one in promises
            if one.status not in OPEN
        ],
        "spans": list_responsible(seen.view, facts, episode.id),
        "story": tell(seen.view, facts, episode.id),
        "may_end": episode.responsible is not None and not any(one.status in OPEN for one in promises),
        **_offered(seen),
    }
