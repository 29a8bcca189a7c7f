"""One threat file: the concern and how it is judged, the plan and who does what, the team, the reviews, and how it ends."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from alongside.core.refused import Refused
from alongside.core.threat.finding import find_file
from alongside.core.threat.state import Threat
from alongside.server.site.looking import Look, look, read_words, show
from alongside.server.site.routes import page
from alongside.server.threat.choices import choices_of, members_of
from alongside.server.threat.rows import file_row, with_who
from alongside.server.threat.shown import shown_of


@page("threat")
def one(request: HttpRequest, threat: str) -> HttpResponse:
    """For its team, who is asked to answer for it, who closed it or oversees; for everybody else there is no such page."""
    with look(request) as seen:
        found = get_file(seen, threat)
        row, shown, told = file_row(seen, found), shown_of(seen, found), _told(seen, found)
    references = [*row["references"], *shown.references] if row["has_part"] else []
    words = read_words(request, references, "operations")
    with_who([row], words)
    return show(request, "threat", "one", {**told, "file": row, **shown.tell(words)})


def get_file(seen: Look, id: str) -> Threat:
    """The file, or 404 alike for what is not there and what is not theirs."""
    try:
        return find_file(seen.asking, id)
    except Refused as unknown:
        raise Http404(id) from unknown


def _told(seen: Look, found: Threat) -> dict[str, Any]:
    by, name = seen.actor, seen.view.names.person
    leads = found.is_open and found.lead == by.staff
    return {
        "leads": leads,
        "gives": leads or (found.is_open and by.role == "supervisor"),
        "asked": found.is_open and found.offered_to == by.staff,
        "reopens": not found.is_open and found.closed_by == by.staff,
        "closed_by": name(found.closed_by) if found.closed_by else "",
        "signed_by": name(found.signed_by) if found.signed_by else "",
        "members": members_of(seen, found),
        **choices_of(seen, found),
    }
