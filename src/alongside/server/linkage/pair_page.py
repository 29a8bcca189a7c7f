"""Two records side by side, with what speaks for and against their being one person's. Each word is read by the rules, and noted."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language

from alongside.core.linkage.state import Suggestion
from alongside.core.party import Reference
from alongside.server.linkage.rows import evidence, find_suggestion, record_row, suggestion_row
from alongside.server.linkage.told import UNLINKED
from alongside.server.records.compare_reading import list_said
from alongside.server.records.tidying import COMPARED
from alongside.server.site.code_words import list_codes
from alongside.server.site.kept import sharing_rules
from alongside.server.site.looking import Look, look, show
from alongside.server.site.of_records import read_to_judge
from alongside.server.site.routes import page
from alongside.server.site.rows import Row


@page("linkage")
def pair(request: HttpRequest, suggestion: str) -> HttpResponse:
    """The two records of a suggestion. What was said to be two people shows no words until it is taken back."""
    with look(request) as seen:
        one = find_suggestion(seen, suggestion)
        said = [list_said(seen.view.board, person) for person in (one.person, one.other)]
        told = {"one": suggestion_row(seen, one), "evidence": evidence(one), "next": _next(seen, one)}
        told |= {"left": record_row(seen, one.person), "right": record_row(seen, one.other), "reasons": list_codes(UNLINKED)}
        shows_words = one.state != "apart"
    words = read_to_judge(request, suggestion, [word for pieces in said for word in pieces]) if shows_words else {}
    told["fields"] = [_field(code, said, words) for code in COMPARED] if shows_words else []
    return show(request, "linkage", "pair", told)


def _field(code: str, said: list[list[Reference]], words: dict[str, str]) -> Row:
    """One line of both records; what may not be read is as if it were not there."""
    left, right = ([words[one.vault_id] for one in pieces if one.field == code and one.vault_id in words] for pieces in said)
    return {"label": sharing_rules().fields.labels[code][get_language() or "en"], "left": left, "right": right}


def _next(seen: Look, one: Suggestion) -> str:
    """The strongest that waits beside this one; "" where none does."""
    waiting = [other for other in seen.view.board.suggestions if not other.state and other.id != one.id]
    return min(waiting, key=lambda other: (-other.bits, other.id)).id if waiting else ""
