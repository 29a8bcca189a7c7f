"""One person's story, who was responsible when, where they may be reached, and the promises made."""

from collections.abc import Sequence

from django.http import Http404, HttpRequest, HttpResponse

from alongside.core.state import Episode
from alongside.server.follow_up.offered import offered
from alongside.server.follow_up.promises import may_follow, promises_to
from alongside.server.follow_up.reach import list_numbers, with_numbers
from alongside.server.follow_up.story import Told, list_notes, list_responsible, list_told, tell
from alongside.server.site.looking import Look, look, read_words, show
from alongside.server.site.persons import person_row
from alongside.server.site.routes import page
from alongside.server.site.rows import Row
from alongside.server.site.telling import note_row


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


def _person(seen: Look, episode: Episode, facts: Sequence[Told]) -> Row:
    return {
        "person": person_row(seen.view, episode),
        "spans": list_responsible(seen.view, facts, episode.id),
        "story": tell(seen.view, facts, episode.id),
        **promises_to(seen, episode),
        **offered(seen),
    }
