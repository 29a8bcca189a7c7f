"""What facts of the custodian of records do to the board."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.board import Board
from alongside.core.codes import ClockKind
from alongside.core.custodian import facts as f
from alongside.core.fact import Fact


def asked(board: Board, fact: f.ReleaseAsked) -> None:
    """Open, with the law's clock."""
    one = board.releases.reach(fact.release)
    one.asked, one.about_kind, one.about, one.covers = fact.asked, fact.about_kind, fact.about, fact.covers
    one.author, one.at, one.due_at, one.words = fact.author, fact.at, fact.due_at, fact.words
    board.set_clock(ClockKind.RELEASE, fact.release, fact.due_at)


def chosen(board: Board, fact: f.PieceChosen) -> None:
    """The last word on a piece stands."""
    board.releases.reach(fact.release).chosen[fact.piece] = (fact.shown, fact.exemption, fact.reason, fact.author)


def signed(board: Board, fact: f.ReleaseSigned) -> None:
    """May go out as it stands."""
    one = board.releases.reach(fact.release)
    one.state, one.signed_by, one.pieces = "signed", fact.signed_by, fact.pieces


def unsigned(board: Board, fact: f.SignatureTakenBack) -> None:
    """May be changed again."""
    one = board.releases.reach(fact.release)
    one.state, one.signed_by, one.pieces = "open", "", ()


def handed_out(board: Board, fact: f.ReleaseHandedOut) -> None:
    """Over."""
    one = board.releases.reach(fact.release)
    one.state, one.closed_at = "handed_out", fact.at
    one.handed_out = (fact.how, fact.shown, fact.left_out, fact.digest)
    board.stop_clock(ClockKind.RELEASE, fact.release)


def closed(board: Board, fact: f.ReleaseClosed) -> None:
    """Over, with nothing given."""
    one = board.releases.reach(fact.release)
    one.state, one.reason, one.closed_at = fact.outcome, fact.reason, fact.at
    board.stop_clock(ClockKind.RELEASE, fact.release)


def overdue(board: Board, fact: f.ReleaseOverdue) -> None:
    """Late, and said again."""
    board.releases.reach(fact.release).overdue = True
    board.set_clock(ClockKind.RELEASE, fact.release, fact.ask_again_at)


def placed(board: Board, fact: f.PreservationPlaced) -> None:
    """Kept, with a day to look whether it is still needed."""
    one = board.preservations.reach(fact.preservation)
    one.about_kind, one.about, one.reason, one.author = fact.about_kind, fact.about, fact.reason, fact.author
    one.at, one.review_at, one.words = fact.at, fact.review_at, fact.words
    board.set_clock(ClockKind.PRESERVATION, fact.preservation, fact.review_at)


def review_due(board: Board, fact: f.PreservationReviewDue) -> None:
    """Still kept; said again."""
    board.preservations.reach(fact.preservation).review_due = True
    board.set_clock(ClockKind.PRESERVATION, fact.preservation, fact.ask_again_at)


def reviewed(board: Board, fact: f.PreservationReviewed) -> None:
    """Kept on."""
    one = board.preservations.reach(fact.preservation)
    one.review_at, one.review_due = fact.review_at, False
    board.set_clock(ClockKind.PRESERVATION, fact.preservation, fact.review_at)


def lifted(board: Board, fact: f.PreservationLifted) -> None:
    """Schedules count again."""
    board.preservations.reach(fact.preservation).lifted_at = fact.at
    board.stop_clock(ClockKind.PRESERVATION, fact.preservation)


def proposed(board: Board, fact: f.ErasureProposed) -> None:
    """Waits for a second person."""
    one = board.erasures.reach(fact.erasure)
    one.about_kind, one.about, one.ground, one.author, one.at = fact.about_kind, fact.about, fact.ground, fact.author, fact.at


def taken_back(board: Board, fact: f.ErasureTakenBack) -> None:
    """Nothing happens."""
    board.erasures.reach(fact.erasure).state = "taken_back"


def agreed(board: Board, fact: f.ErasureSigned) -> None:
    """The vault's to finish."""
    one = board.erasures.reach(fact.erasure)
    one.state, one.signed_by, one.owners = "signed", fact.signed_by, fact.owners


def done(board: Board, fact: f.ErasureDone) -> None:
    """Gone; and nobody is enrolled whose words nobody can read."""
    erasure = board.erasures.reach(fact.erasure)
    erasure.state = "done"
    for kind, id in erasure.owners:
        enrolled = board.enrollments.find(id) if kind == "person" else None
        if enrolled is not None and not enrolled.ended:
            enrolled.ended = "erased"
            board.stop_clock(ClockKind.ENROLLMENT, id)


APPLY: Mapping[type[Fact], Callable[[Board, Any], None]] = {
    f.ReleaseAsked: asked,
    f.PieceChosen: chosen,
    f.ReleaseSigned: signed,
    f.SignatureTakenBack: unsigned,
    f.ReleaseHandedOut: handed_out,
    f.ReleaseClosed: closed,
    f.ReleaseOverdue: overdue,
    f.PreservationPlaced: placed,
    f.PreservationReviewDue: review_due,
    f.PreservationReviewed: reviewed,
    f.PreservationLifted: lifted,
    f.ErasureProposed: proposed,
    f.ErasureTakenBack: taken_back,
    f.ErasureSigned: agreed,
    f.ErasureDone: done,
}
