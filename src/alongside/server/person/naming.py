"""Another record of the same person: found by the number of a call, among those of whom the reader has to do with both."""

from collections.abc import Iterator

from alongside.core.board import Board
from alongside.core.linkage.state import suggestion_id
from alongside.core.sharing.access import may_ask
from alongside.core.sharing.ties import ONLY_LOOKS, standing_of
from alongside.server.site.code_words import list_codes
from alongside.server.site.looking import Look
from alongside.server.site.numbers import find_numbered, read_number
from alongside.server.site.rows import Row
from alongside.server.site.same_person import BECAUSE


def offer_naming(seen: Look, person: str, typed: str) -> Row:
    """{names: whether they may, also_typed, also: {id, number, is_named} or None, name_because}."""
    may = may_ask(seen.actor, "NameRecords") and _is_theirs(seen, person)
    also = next((one for one in _numbered(seen.view.board, typed) if one[0] != person and _is_theirs(seen, one[0])), None) if may else None
    row = {"id": also[0], "number": also[1], "is_named": suggestion_id(person, also[0]) in seen.view.board.suggestions} if also else None
    return {"names": may, "also_typed": typed, "also": row, "name_because": list_codes(BECAUSE)}


def _is_theirs(seen: Look, person: str) -> bool:
    """By what lets them say it, not by what a link lends them."""
    return bool(standing_of(seen.view.board, seen.actor, "person", person, seen.asking.now).ties - ONLY_LOOKS)


def _numbered(board: Board, typed: str) -> Iterator[tuple[str, str]]:
    """(record, “1042-1”) of whom was met in the call of that number, or of the one person named by it."""
    said, _, place = typed.strip().partition("-")
    found, at = find_numbered(board, said), read_number(place)
    for position, id in enumerate(found.episodes if found else (), 1):
        episode = board.episodes.find(id)
        if episode is not None and episode.person and at in (None, position):
            yield episode.person, f"{said.lstrip('#')}-{position}"
