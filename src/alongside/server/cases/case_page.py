"""One case: contacts, tasks, goals, plan, what was asked of others, and how it ends."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from alongside.core.asking import Asking
from alongside.core.cases.holding import OVERSEES, find_case, works
from alongside.core.cases.state import Case
from alongside.core.refused import Refused
from alongside.server.cases.choices import choices_of
from alongside.server.cases.rows import case_row, with_names, workers_of
from alongside.server.cases.shown import shown_of
from alongside.server.site.looking import Look, look, read_words, show
from alongside.server.site.routes import page


@page("cases")
def case(request: HttpRequest, case: str) -> HttpResponse:
    """For who works it, was asked to, closed it, or oversees; for everybody else there is no such page."""
    with look(request) as seen:
        found = get_case(seen.asking, case)
        row, shown, told = case_row(seen, found), shown_of(seen, found), _told(seen, found)
    words = read_words(request, [*row["name_references"], *shown.references], "follow_up")
    with_names([row], words)
    return show(request, "cases", "case", {**told, "case": row, **shown.tell(words)})


def get_case(asking: Asking, id: str) -> Case:
    """The case, or 404 alike for what is not there and what is not theirs."""
    try:
        return find_case(asking, id)
    except Refused as unknown:
        raise Http404(id) from unknown


def _told(seen: Look, found: Case) -> dict[str, Any]:
    is_worked = works(seen.actor, found)
    return {
        "works": is_worked or (found.is_open and seen.actor.role in OVERSEES),
        "is_mine": is_worked,
        "asked": found.offered_to == seen.actor.staff,
        "gives": found.is_open and (found.worker == seen.actor.staff or seen.actor.role in OVERSEES),
        "reopens": found.closed_by == seen.actor.staff and not found.is_open,
        "closed": found.closed and seen.view.names.label(f"case_closings.{found.closed}", seen.view.language),
        "closed_at": found.closed_at,
        "ways_until": None if found.is_open else found.opened_at,  # who worked it learns of no later crisis
        "closed_by": seen.view.names.person(found.closed_by),
        "signed_by": seen.view.names.person(found.signed_by) if found.signed_by else "",
        "workers": workers_of(seen),
        **choices_of(seen, found),
    }
