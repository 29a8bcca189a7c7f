"""The pages of whoever keeps the registry. They only look; everything is asked through ``/ask/``."""

from django.http import HttpRequest, HttpResponse

from alongside.core.registry.state import Enrollment
from alongside.server.registry.told import AGREED_BY, CARRIES, DRAWN_TO, ENDED, NAMED, words_of_items
from alongside.server.site.asking.aging import next_year
from alongside.server.site.code_words import list_codes, say_code
from alongside.server.site.coded import choices
from alongside.server.site.looking import Look, look, read_words, show
from alongside.server.site.purposes import purpose_of
from alongside.server.site.routes import page
from alongside.server.site.rows import Row

PAGE = 50


@page("registry")
def list_enrolled(request: HttpRequest) -> HttpResponse:
    """Whom this organization keeps in the registry: those to be asked again first, then by when they run out; fifty to a page."""
    first = _first(request)
    with look(request) as seen:
        mine = sorted(_ours(seen), key=lambda one: (one.until, one.id))
        rows = [_row(seen, one) for one in mine[first : first + PAGE]]
    words = read_words(request, [word for row in rows for _, word in row["items"]], purpose_of(request.actor))
    for row in rows:
        row["words"] = words_of_items(row.pop("items"), words)
    later = first + PAGE if first + PAGE < len(mine) else None
    told = {"rows": rows, "count": len(mine), "first": first, "earlier": max(0, first - PAGE), "later": later}
    told |= {"due": sum(one.is_due for one in mine)}
    told |= {"ended": list_codes(ENDED), "drawn_choices": list_codes(DRAWN_TO), "carry_choices": list_codes(CARRIES)}
    return show(request, "registry", "list", told)


def _first(request: HttpRequest) -> int:
    said = request.GET.get("from", "")
    return int(said) if said.isdecimal() and len(said) < 7 else 0  # noqa: PLR2004


def _ours(seen: Look) -> list[Enrollment]:
    agency, now = seen.actor.agency, seen.asking.now
    return [one for one in seen.view.board.enrollments if agency and one.agency == agency and one.holds(now)]


def _row(seen: Look, one: Enrollment) -> Row:
    person = seen.view.board.people.reach(one.id)
    items = [item for id in person.items if (item := seen.view.board.items.find(id)) and not item.state and item.field in NAMED]
    return {
        "person": one.id,
        "until": one.until,
        "is_due": one.is_due,
        "drawn_to": [say_code(DRAWN_TO, code) for code in one.drawn_to],
        "carries": say_code(CARRIES, one.carries) if one.carries != "none" else "",
        "agreed_by": say_code(AGREED_BY, one.agreed_by),
        "drawn_codes": one.drawn_to,
        "carries_code": one.carries,
        "items": [(item.field, word) for item in items for word in item.words],
    }


@page("registry")
def enroll(request: HttpRequest) -> HttpResponse:
    """The form, filled in together with the family; it can be handed over to be read."""
    with look(request) as seen:
        ends = next_year(seen.asking.now, seen.deployment.profile.area.zone)
    told = {
        "agreed_by": list_codes(AGREED_BY),
        "drawn_to": list_codes(DRAWN_TO),
        "carries": list_codes(CARRIES),
        "languages": choices("language"),
    }
    return show(request, "registry", "enroll", {**told, "next_year": ends})
