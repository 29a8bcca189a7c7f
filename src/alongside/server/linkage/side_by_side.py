"""What two records say of somebody, line by line, as far as the officer who judges may read it."""

from django.http import HttpRequest
from django.utils.translation import get_language

from alongside.core.linkage.state import Suggestion
from alongside.core.party import Reference
from alongside.server.records.compare_reading import list_said
from alongside.server.records.tidying import COMPARED
from alongside.server.site.as_read import as_read
from alongside.server.site.kept import sharing_rules
from alongside.server.site.looking import Look
from alongside.server.site.of_records import read_to_judge
from alongside.server.site.rows import Row

Pieces = list[list[Reference]]


def pieces_of(seen: Look, one: Suggestion) -> Pieces:
    """What is kept of each of the two; nothing where it was said that they are two people."""
    return [list_said(seen.view.board, person) if one.state != "apart" else [] for person in (one.person, one.other)]


def read_side_by_side(request: HttpRequest, suggestion: str, said: Pieces) -> list[Row]:
    """{label, left, right} for each field that was compared; [] where nothing may be shown of either."""
    words = read_to_judge(request, suggestion, [word for pieces in said for word in pieces])
    return [row for code in COMPARED if (row := _field(code, said, words))["left"] or row["right"]]


def _field(code: str, said: Pieces, words: dict[str, str]) -> Row:
    left, right = ([as_read(code, words[one.vault_id]) for one in pieces if one.field == code and one.vault_id in words] for pieces in said)
    return {"label": sharing_rules().fields.labels[code][get_language() or "en"], "left": left, "right": right}
