"""What facts of emergency access do to the board."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.board import Board
from alongside.core.codes import ClockKind
from alongside.core.fact import Fact
from alongside.core.glass import facts as f


def broken(board: Board, fact: f.GlassBroken) -> None:
    """Open, with the end and the review as timers."""
    glass = board.glasses.reach(fact.glass)
    glass.about, glass.staff, glass.role, glass.agency = fact.about, fact.staff, fact.role, fact.agency
    glass.owners, glass.reason, glass.part2, glass.words = fact.owners, fact.reason, fact.part2, fact.words
    glass.opened_at, glass.until, glass.review_by = fact.at, fact.until, fact.review_by
    board.glasses_about[fact.about] = (*board.glasses_about.get(fact.about, ()), fact.glass)
    board.set_clock(ClockKind.GLASS_ENDS, fact.glass, fact.until)
    board.set_clock(ClockKind.GLASS_REVIEW, fact.glass, fact.review_by)


def closed(board: Board, fact: f.GlassClosed) -> None:
    """Over."""
    glass = board.glasses.reach(fact.glass)
    glass.closed_at, glass.closed_how = fact.at, fact.how
    board.stop_clock(ClockKind.GLASS_ENDS, fact.glass)


def reviewed(board: Board, fact: f.GlassReviewed) -> None:
    """An answer that stands ends the matter; one to follow up has a new date."""
    glass = board.glasses.reach(fact.glass)
    glass.finding, glass.reviewer, glass.reviewed_at, glass.is_overdue = fact.finding, fact.reviewer, fact.at, False
    glass.words += fact.words
    if fact.review_by is None:
        board.stop_clock(ClockKind.GLASS_REVIEW, fact.glass)
    else:
        glass.review_by = fact.review_by
        board.set_clock(ClockKind.GLASS_REVIEW, fact.glass, fact.review_by)


def overdue(board: Board, fact: f.GlassReviewOverdue) -> None:
    """Late, and said again."""
    board.glasses.reach(fact.glass).is_overdue = True
    board.set_clock(ClockKind.GLASS_REVIEW, fact.glass, fact.ask_again_at)


APPLY: Mapping[type[Fact], Callable[[Board, Any], None]] = {
    f.GlassBroken: broken,
    f.GlassClosed: closed,
    f.GlassReviewed: reviewed,
    f.GlassReviewOverdue: overdue,
}
