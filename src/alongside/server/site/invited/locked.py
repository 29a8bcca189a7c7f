"""Invitations that too many wrong PINs shut, for whoever must call instead."""

from alongside.core.board import Board
from alongside.core.invitation.state import Invitation


def list_locked(board: Board, now: int) -> list[Invitation]:
    """Those that too many wrong PINs shut, as long as nobody made another one about the same thing and they would still be open."""
    newest = {(one.purpose, one.about): one for one in board.invitations}
    return [one for one in newest.values() if one.locked_at is not None and now < one.until]
