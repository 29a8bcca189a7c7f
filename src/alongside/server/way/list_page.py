"""Whose way can be followed: people of the last weeks, the newest first, how far each came and who has them now."""

from collections.abc import Iterator

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse

from alongside.core.codes import AssignmentStatus, ReferralStatus
from alongside.core.state import Episode
from alongside.server.site.coded import word
from alongside.server.site.looking import Look, look, show
from alongside.server.site.persons import person_row
from alongside.server.site.routes import page
from alongside.server.site.rows import Row
from alongside.server.way.story import cases_of, referrals_of

PER_PAGE, DAYS, DAY_MS = 25, 90, 86_400_000
ONLY = ("open", "over", "whole")


@page("way")
def people(request: HttpRequest) -> HttpResponse:
    """All for who oversees; for everybody else those who are their business."""
    only = request.GET.get("only", "")
    with look(request) as seen:
        found = [one for one in _theirs(seen) if _fits(seen, one, only)]
        shown = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
        rows = [_row(seen, one) for one in shown.object_list]
    return show(request, "way", "people", {"rows": rows, "shown": shown, "only": only if only in ONLY else "", "days": DAYS})


def _theirs(seen: Look) -> Iterator[Episode]:
    since = seen.asking.now - DAYS * DAY_MS
    for one in reversed(list(seen.view.board.episodes)):
        need = seen.view.board.incidents.find(one.incident)
        if need is not None and need.number and need.taken_at >= since and _is_theirs(seen, one.id):
            yield one


def _is_theirs(seen: Look, episode: str) -> bool:
    try:
        seen.episode(episode)
    except Http404:
        return False
    return True


def _fits(seen: Look, one: Episode, only: str) -> bool:
    if only == "open":
        return one.responsible is not None
    if only == "over":
        return one.responsible is None
    return only != "whole" or all(step["done"] for step in _steps(seen, one))


def _row(seen: Look, one: Episode) -> Row:
    need = seen.asking.incident(one.incident)
    return {
        **person_row(seen.view, one),
        "taken_at": need.first_ring_at or need.taken_at,
        "steps": _steps(seen, one),
        "silent": one.silent_since,
        "ended": word("end", one.ended) if one.ended else "",
        "ended_at": one.ended_at,
    }


def _steps(seen: Look, one: Episode) -> list[Row]:
    """How far: met by a team, received at a place, seen by a service, case closed; the last two only for whom they concern."""
    board = seen.view.board
    sent = (board.assignments.find(id) for id in seen.asking.incident(one.incident).assignments)
    referrals = [found for id in referrals_of(seen, one) if (found := board.referrals.find(id))]
    return [
        {"code": "team", "done": any(AssignmentStatus.WITH_PERSON in found.times for found in sent if found)},
        {"code": "place", "done": one.handed_at is not None},
        {"code": "seen", "done": any(found.status is ReferralStatus.COMPLETED for found in referrals)},
        {"code": "case", "done": any(found.closed for found in cases_of(seen, one))},
    ]
