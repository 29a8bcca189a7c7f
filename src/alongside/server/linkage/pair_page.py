"""Two records side by side, with what speaks for and against their being one person's. Each word is read by the rules, and noted."""

from django.http import HttpRequest, HttpResponse

from alongside.core.linkage.state import Suggestion
from alongside.server.linkage.rows import evidence, find_suggestion, record_row, suggestion_row
from alongside.server.linkage.side_by_side import pieces_of, read_side_by_side
from alongside.server.linkage.told import UNLINKED
from alongside.server.site.code_words import list_codes
from alongside.server.site.looking import Look, look, show
from alongside.server.site.routes import page


@page("linkage")
def pair(request: HttpRequest, suggestion: str) -> HttpResponse:
    """The two records of a suggestion. What was said to be two people shows no words until it is taken back."""
    with look(request) as seen:
        one = find_suggestion(seen, suggestion)
        said = pieces_of(seen, one)
        told = {"one": suggestion_row(seen, one), "evidence": evidence(one), "next": _next(seen, one)}
        told |= {"left": record_row(seen, one.person), "right": record_row(seen, one.other), "reasons": list_codes(UNLINKED)}
    told["fields"] = read_side_by_side(request, suggestion, said)
    return show(request, "linkage", "pair", told)


def _next(seen: Look, one: Suggestion) -> str:
    """The strongest that waits beside this one; "" where none does."""
    waiting = [other for other in seen.view.board.suggestions if not other.state and other.id != one.id]
    return min(waiting, key=lambda other: (-other.bits, other.id)).id if waiting else ""
