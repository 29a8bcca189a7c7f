"""What follow-up brought, over many people: no sum is told of so few that it would say something of one."""

from collections.abc import Sequence

from alongside.core.board import Board
from alongside.core.codes import FollowUpStatus
from alongside.core.state import Episode, FollowUp

FEWEST = 11


def promises_of(board: Board, one: Episode) -> list[FollowUp]:
    """Every promise made to this person."""
    return [its for id in one.follow_ups if (its := board.follow_ups.find(id))]


def sum_up(board: Board, met: Sequence[Episode]) -> dict[str, int | None]:
    """How many were met, promised a follow-up, and reached by one; None for one to ten."""
    promised = [one for one in met if one.follow_ups]
    reached = [one for one in promised if any(its.status is FollowUpStatus.KEPT for its in promises_of(board, one))]
    told = {"met": len(met), "promised": len(promised), "reached": len(reached)}
    return {name: count if count == 0 or count >= FEWEST else None for name, count in told.items()}
