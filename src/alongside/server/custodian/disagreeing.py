"""Statements of disagreement among what is gone through: each stands behind the entry it is about."""

from collections.abc import Sequence

from alongside.core.board import Board
from alongside.server.site.kept import Owned


def entry_of(board: Board) -> dict[str, str]:
    """{vault id of a statement: vault id of its entry}."""
    return {word.vault_id: one.item for one in board.amendments if one.item for word in one.disagreement}


def beside_entries(board: Board, owned: Sequence[Owned]) -> list[Owned]:
    """The same, each statement right behind its entry."""
    entries, place = entry_of(board), {one.reference.vault_id: at for at, one in enumerate(owned)}
    return sorted(owned, key=lambda one: place[_of(entries, place, one.reference.vault_id)] + (one.reference.vault_id in entries) / 2)


def _of(entries: dict[str, str], place: dict[str, int], id: str) -> str:
    entry = entries.get(id, id)
    return entry if entry in place else id
