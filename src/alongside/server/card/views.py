"""One page for the card and the plans of one person. It only looks; everything is asked through ``/ask/``."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from alongside.core.sharing.access import may_ask
from alongside.server.card.looked import looked_at
from alongside.server.card.rows import parts_of, references_in, with_words
from alongside.server.person.writing import reviews
from alongside.server.site.cases_of import name_references
from alongside.server.site.looking import Look, look, read_words, show
from alongside.server.site.purposes import purpose_of
from alongside.server.site.routes import page


@page("person")
def card(request: HttpRequest, person: str) -> HttpResponse:
    """As far as this reader may see it; 404 for what is not theirs, as for what does not exist."""
    with look(request) as seen:
        found = seen.record(person)
        parts, told, names = parts_of(seen, found), _told(seen, person), name_references(seen.view.board, person)
        known = seen.view.names
    words = read_words(request, [*names, *references_in(parts.values())], purpose_of(request.actor))
    told["name"] = " ".join(words[one.vault_id] for one in names if one.vault_id in words)
    if told["approves"]:
        told["looked"] = looked_at(person, known)
    return show(request, "card", "card", {**told, **with_words(parts, words)})


def _told(seen: Look, person: str) -> dict[str, Any]:
    return {
        "id": person,
        "writes": may_ask(seen.actor, "WriteItems"),
        "approves": may_ask(seen.actor, "ApproveCard"),
        "reviews": reviews(seen.asking.now),
        "looked": [],
    }
