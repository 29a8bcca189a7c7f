"""What of a person went out by law: of their record, of an incident they were met in, of what a threat-management team was told of them."""

from collections.abc import Iterator

from alongside.core.board import Board
from alongside.core.custodian.about import owners_of
from alongside.core.custodian.state import Release


def list_released(board: Board, person: str) -> Iterator[tuple[Release, int]]:
    """Each request that was answered with something about the person, and how many pieces of it were."""
    own = {owner for owner in owners_of(board, "person", person) if owner[1]}
    for one in board.releases:
        if one.state != "handed_out":
            continue
        shown = [id for id, is_shown, _ in one.pieces if is_shown]
        if one.about_kind == "threat":
            told = _told(board, one.about, person)
            shown = [id for id in shown if id in told]
        elif own.isdisjoint(owners_of(board, one.about_kind, one.about)):
            shown = []
        if shown:
            yield one, len(shown)


def _told(board: Board, file: str, person: str) -> frozenset[str]:
    """The rest of a file is no health record, and its lines in this accounting would tell that there is one."""
    found = board.threats.find(file)
    told = found.told if found is not None and found.person == person else []
    return frozenset(word.vault_id for one in told for word in one.words)
