"""What facts of legal holds do to the board. None touches who is responsible."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.board import Board
from alongside.core.codes import ClockKind
from alongside.core.fact import Fact
from alongside.core.holds import facts as f


def written(board: Board, fact: f.HoldWritten) -> None:
    """It runs, and so do its clocks."""
    one = board.holds.reach(fact.hold)
    one.episode, one.incident, one.jurisdiction, one.kind = fact.episode, fact.incident, fact.jurisdiction, fact.hold_kind
    one.criteria, one.started_at, one.written_at, one.latest_at = fact.criteria, fact.started_at, fact.at, fact.latest_at
    one.author, one.role, one.agency, one.facility, one.words = fact.author, fact.role, fact.agency, fact.facility, fact.words
    board.hold_of[fact.episode] = fact.hold
    board.set_clock(ClockKind.HOLD, fact.hold, fact.warn_at)


def advised(board: Board, fact: f.AdvisementGiven) -> None:
    """The last one counts."""
    board.holds.reach(fact.hold).advised = (fact.at, fact.language, fact.modality, fact.complete, fact.reason)


def served(board: Board, fact: f.HoldNoticeServed) -> None:
    """Kept with its time."""
    one = board.holds.reach(fact.hold)
    one.served = (*one.served, (fact.notice, fact.at))


def nears_end(board: Board, fact: f.HoldNearsEnd) -> None:
    """Raised; next is the time itself, or another warning."""
    board.holds.reach(fact.hold).is_near = True
    board.set_clock(ClockKind.HOLD, fact.hold, fact.latest_at if fact.warn_at is None else fact.warn_at)


def time_over(board: Board, fact: f.HoldTimeOver) -> None:
    """Raised, and raised again."""
    board.holds.reach(fact.hold).is_over = True
    board.set_clock(ClockKind.HOLD, fact.hold, fact.ask_again_at)


def moved(board: Board, fact: f.HoldMoved) -> None:
    """Where the person is held now."""
    board.holds.reach(fact.hold).facility = fact.facility


def ended(board: Board, fact: f.HoldEnded) -> None:
    """Nothing runs any more."""
    one = board.holds.reach(fact.hold)
    one.ended_at, one.ended_how, one.told = fact.at, fact.how, fact.told
    board.stop_clock(ClockKind.HOLD, fact.hold)


APPLY: Mapping[type[Fact], Callable[[Board, Any], None]] = {
    f.HoldWritten: written,
    f.AdvisementGiven: advised,
    f.HoldNoticeServed: served,
    f.HoldNearsEnd: nears_end,
    f.HoldTimeOver: time_over,
    f.HoldMoved: moved,
    f.HoldEnded: ended,
}
