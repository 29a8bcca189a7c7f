"""What facts of follow-up do to the board."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.board import Board
from alongside.core.codes import ClockKind, FollowUpStatus
from alongside.core.fact import Fact
from alongside.core.follow_up import facts as f


def due(board: Board, fact: f.FollowUpDue) -> None:
    """A promise with its clock."""
    promise = board.follow_ups.reach(fact.follow_up)
    promise.episode, promise.rule, promise.owner = fact.episode, fact.rule, fact.owner
    promise.due_at, promise.next_at = fact.due_at, fact.due_at
    board.episodes.reach(fact.episode).follow_ups += (fact.follow_up,)
    board.set_clock(ClockKind.FOLLOW_UP, fact.follow_up, fact.due_at)


def taken(board: Board, fact: f.FollowUpTaken) -> None:
    """Owned."""
    promise = board.follow_ups.reach(fact.follow_up)
    promise.status, promise.owner = FollowUpStatus.TAKEN, fact.owner


def attempted(board: Board, fact: f.FollowUpAttempted) -> None:
    """Counted; the next date stands."""
    promise = board.follow_ups.reach(fact.follow_up)
    promise.attempts, promise.outcome = promise.attempts + 1, fact.outcome
    promise.next_at = fact.next_at or promise.next_at


def _settled(board: Board, id: str, status: FollowUpStatus, outcome: str) -> None:
    promise = board.follow_ups.reach(id)
    promise.status, promise.outcome = status, outcome
    board.stop_clock(ClockKind.FOLLOW_UP, id)


def kept(board: Board, fact: f.FollowUpKept) -> None:
    """Reached."""
    _settled(board, fact.follow_up, FollowUpStatus.KEPT, fact.outcome)


def closed(board: Board, fact: f.FollowUpClosed) -> None:
    """Given up, with a reason."""
    _settled(board, fact.follow_up, FollowUpStatus.CLOSED, fact.reason)


def overdue(board: Board, fact: f.FollowUpOverdue) -> None:
    """Late, and said again."""
    board.follow_ups.reach(fact.follow_up).overdue = True
    board.set_clock(ClockKind.FOLLOW_UP, fact.follow_up, fact.ask_again_at)


APPLY: Mapping[type[Fact], Callable[[Board, Any], None]] = {
    f.FollowUpDue: due,
    f.FollowUpTaken: taken,
    f.FollowUpAttempted: attempted,
    f.FollowUpKept: kept,
    f.FollowUpClosed: closed,
    f.FollowUpOverdue: overdue,
}
