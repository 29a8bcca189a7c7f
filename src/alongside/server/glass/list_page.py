"""Who opened what in an emergency: one's own; all of it to whoever must look."""

from django.http import HttpRequest, HttpResponse, JsonResponse

from alongside.core.sharing.glass import may_oversee
from alongside.core.sharing.terms import BREAKS_GLASS
from alongside.server.glass.rows import count_waiting, glass_row, is_told, say_words
from alongside.server.glass.whom import find_people
from alongside.server.site.coded import choices
from alongside.server.site.looking import look, read_words, show
from alongside.server.site.routes import page


@page("glass")
def list_glasses(request: HttpRequest) -> HttpResponse:
    """What nobody has reviewed first, by date; and for who may open one, whom to look up."""
    number = request.GET.get("number", "")
    with look(request) as seen:
        board, now, actor = seen.view.board, seen.asking.now, seen.actor
        glasses = [one for one in board.glasses if is_told(actor, one)]
        rows = [glass_row(seen, one) for one in glasses]
        references = [reference for one in glasses if may_oversee(actor, one) for reference in one.words]
        people = find_people(board, number)
    words = read_words(request, references, "operations")
    for row in rows:
        row |= say_words(words, row.pop("references"))
    told = {
        "waiting": sorted((one for one in rows if not one["settled"]), key=lambda one: one["review_by"]),
        "settled": sorted((one for one in rows if one["settled"]), key=lambda one: -one["opened_at"])[:200],
        "findings": choices("glass_finding"),
        "opens": actor.role in BREAKS_GLASS,
        "reviews": actor.role == "privacy_officer",
        "number": number,
        "people": people,
        "now": now,
    }
    return show(request, "glass", "list", told)


@page("glass")
def waiting(request: HttpRequest) -> JsonResponse:
    """How many nobody has reviewed, for the menu of who must."""
    with look(request) as seen:
        count = count_waiting(seen.view.board, seen.actor)
    return JsonResponse({"count": count})
