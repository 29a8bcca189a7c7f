"""What facts of a person's rights over their record do to the board."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.board import Board
from alongside.core.codes import ClockKind
from alongside.core.fact import Fact
from alongside.core.rights import facts as f


def disclosed(board: Board, fact: f.DisclosureRecorded) -> None:
    """One more line of the accounting."""
    one = board.disclosures.reach(fact.disclosure)
    one.person, one.author, one.agency, one.how, one.basis = fact.person, fact.author, fact.agency, fact.how, fact.basis
    one.classes, one.at, one.disclosed_at, one.words = fact.classes, fact.at, fact.disclosed_at, fact.words


def handed_out(board: Board, fact: f.CopyHandedOut) -> None:
    """The copy can be made for a while."""
    one = board.copies.reach(fact.copy)
    one.person, one.author, one.asker, one.identity, one.how = fact.person, fact.author, fact.asker, fact.identity, fact.how
    one.at, one.until = fact.at, fact.until


def asked(board: Board, fact: f.AmendmentAsked) -> None:
    """Open, with its clock."""
    one = board.amendments.reach(fact.amendment)
    one.person, one.item, one.asked_at, one.due_at, one.words = fact.person, fact.item, fact.at, fact.due_at, fact.words
    board.set_clock(ClockKind.AMENDMENT, fact.amendment, fact.due_at)


def extended(board: Board, fact: f.AmendmentExtended) -> None:
    """Due later; why stands beside what was asked."""
    one = board.amendments.reach(fact.amendment)
    one.due_at, one.extended_at = fact.due_at, fact.at
    one.words += fact.words
    board.set_clock(ClockKind.AMENDMENT, fact.amendment, fact.due_at)


def accepted(board: Board, fact: f.AmendmentAccepted) -> None:
    """Answered with yes."""
    one = board.amendments.reach(fact.amendment)
    one.state, one.decided_at, one.decided_by, one.told = "accepted", fact.at, fact.author, fact.told
    board.stop_clock(ClockKind.AMENDMENT, fact.amendment)


def refused(board: Board, fact: f.AmendmentRefused) -> None:
    """Answered with no."""
    one = board.amendments.reach(fact.amendment)
    one.state, one.decided_at, one.decided_by, one.reason = "refused", fact.at, fact.author, fact.reason
    one.words += fact.words
    board.stop_clock(ClockKind.AMENDMENT, fact.amendment)


def disagreed(board: Board, fact: f.DisagreementStated) -> None:
    """Kept beside the refusal; the newest stands for the item."""
    board.amendments.reach(fact.amendment).disagreement = fact.words


def overdue(board: Board, fact: f.AmendmentOverdue) -> None:
    """Late, and said again."""
    board.amendments.reach(fact.amendment).is_overdue = True
    board.set_clock(ClockKind.AMENDMENT, fact.amendment, fact.ask_again_at)


APPLY: Mapping[type[Fact], Callable[[Board, Any], None]] = {
    f.DisclosureRecorded: disclosed,
    f.CopyHandedOut: handed_out,
    f.AmendmentAsked: asked,
    f.AmendmentExtended: extended,
    f.AmendmentAccepted: accepted,
    f.AmendmentRefused: refused,
    f.DisagreementStated: disagreed,
    f.AmendmentOverdue: overdue,
}
