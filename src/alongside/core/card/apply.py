"""What facts of crisis cards do to the board."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.board import Board
from alongside.core.card import facts as f
from alongside.core.fact import Fact


def owed(board: Board, fact: f.ApprovalOwed) -> None:
    """It waits."""
    one = board.approvals.reach(fact.item)
    one.person, one.author, one.owed_at = fact.person, fact.author, fact.at


def approved(board: Board, fact: f.ItemApproved) -> None:
    """It is shown."""
    one = board.approvals.reach(fact.item)
    one.person, one.approved_by, one.approved_at = fact.person, fact.approved_by, fact.at


APPLY: Mapping[type[Fact], Callable[[Board, Any], None]] = {f.ApprovalOwed: owed, f.ItemApproved: approved}
