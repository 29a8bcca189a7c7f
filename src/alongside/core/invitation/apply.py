"""What facts of invitations do to the board."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.board import Board
from alongside.core.fact import Fact
from alongside.core.invitation import facts as f


def made(board: Board, fact: f.InvitationMade) -> None:
    """Open from here on."""
    one = board.invitations.reach(fact.invitation)
    one.purpose, one.about, one.party, one.role = fact.purpose, fact.about, fact.party, fact.role
    one.episode, one.incident, one.owner = fact.episode, fact.incident, fact.owner
    one.token_hash, one.pin_hash = fact.token_hash, fact.pin_hash
    one.made_by, one.made_at, one.until = fact.made_by, fact.at, fact.until
    board.invitations_by_token[fact.token_hash] = fact.invitation


def looked(board: Board, fact: f.InvitationLooked) -> None:
    """The PIN fitted: earlier slips are forgotten."""
    one = board.invitations.reach(fact.invitation)
    one.looks, one.looked_at, one.wrong = one.looks + 1, fact.at, 0


def pin_wrong(board: Board, fact: f.InvitationPinWrong) -> None:
    """Counted."""
    board.invitations.reach(fact.invitation).wrong = fact.wrong


def locked(board: Board, fact: f.InvitationLocked) -> None:
    """For good: another one is made."""
    board.invitations.reach(fact.invitation).locked_at = fact.at


def answered(board: Board, fact: f.InvitationAnswered) -> None:
    """Kept in order; some things are answered more than once."""
    one = board.invitations.reach(fact.invitation)
    one.answers, one.wrong = (*one.answers, (fact.answer, fact.at)), 0


def revoked(board: Board, fact: f.InvitationRevoked) -> None:
    """Over."""
    board.invitations.reach(fact.invitation).revoked_at = fact.at


APPLY: Mapping[type[Fact], Callable[[Board, Any], None]] = {
    f.InvitationMade: made,
    f.InvitationLooked: looked,
    f.InvitationPinWrong: pin_wrong,
    f.InvitationLocked: locked,
    f.InvitationAnswered: answered,
    f.InvitationRevoked: revoked,
}
