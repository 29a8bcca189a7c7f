"""The lists of who must be reached, and what became of whom. They only look: everything is asked through ``/ask/``."""

from django.http import HttpRequest, HttpResponse

from alongside.server.follow_up.offered import offered
from alongside.server.follow_up.today import Only, today
from alongside.server.follow_up.told_back import tell_back
from alongside.server.site.coded import choices
from alongside.server.site.looking import Look, look, show
from alongside.server.site.routes import page
from alongside.server.site.rows import Row


@page("follow_up")
def list_today(request: HttpRequest) -> HttpResponse:
    """Overdue, due, new, waiting."""
    only = Only(request.GET.get("rule", ""), request.GET.get("language", ""), request.GET.get("tried", ""))
    with look(request) as seen:
        told = {**today(seen.view, seen.asking, only), **offered(seen), **_filters(seen, only)}
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


@page("outcomes")
def told_back(request: HttpRequest) -> HttpResponse:
    """What became of the people this seat met."""
    with look(request) as seen:
        told = tell_back(seen)
    return show(request, "follow_up", "outcomes", told)
