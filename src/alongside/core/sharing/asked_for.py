"""Requests for records, for who answers them: which of them reach one piece of words."""

from collections.abc import Sequence

from alongside.core.board import Board
from alongside.core.custodian.about import Owner, is_about
from alongside.core.custodian.state import Release
from alongside.core.party import Actor


def list_asked(board: Board, actor: Actor, purpose: str, owner: Owner, vault_id: str) -> list[Release]:
    """Those the privacy officer may rest on for this piece, while they answer them."""
    if actor.role != "privacy_officer" or purpose != "release":
        return []
    return [one for one in board.releases if _is_asked(board, one, owner, vault_id)]


def is_ordered(asked: Sequence[Release]) -> bool:
    """Whether a court's order covers Part 2 data."""
    return any("part2" in one.covers for one in asked)


def _is_asked(board: Board, one: Release, owner: Owner, vault_id: str) -> bool:
    """While it is open, everything of whom it is about; afterwards the pieces that went out and the request itself."""
    kept = {id for id, shown, _ in one.pieces if shown} | {word.vault_id for word in one.words}
    return vault_id in kept or (one.is_open and is_about(board, one.about_kind, one.about, owner))
