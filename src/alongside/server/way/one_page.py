"""One person's whole way, on one page: who was responsible at every minute, what was raised, what was owed beside, all that happened."""

from django.http import HttpRequest, HttpResponse

from alongside.server.site.looking import look, show
from alongside.server.site.routes import page
from alongside.server.way.shown import shown_of


@page("way")
def one(request: HttpRequest, episode: str) -> HttpResponse:
    """For whoever this person is the business of; referrals and cases show only to those they concern."""
    with look(request) as seen:
        found = seen.episode(episode)
        told = shown_of(seen, found, request.GET.get("at", ""))
    return show(request, "way", "one", told)
