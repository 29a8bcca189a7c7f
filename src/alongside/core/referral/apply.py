"""What facts of referrals do to the board. A clock runs from the first asking until it is over."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.board import Board
from alongside.core.codes import ClockKind, ReferralStatus
from alongside.core.fact import Fact
from alongside.core.referral import facts as f
from alongside.core.referral.state import Ask

S = ReferralStatus


def made(board: Board, fact: f.ReferralMade) -> None:
    """Owned, with its clock."""
    one = board.referrals.reach(fact.referral)
    one.episode, one.incident, one.need, one.urgent = fact.episode, fact.incident, fact.need, fact.urgent
    one.owner, one.made_by, one.made_at, one.words = fact.owner, fact.made_by, fact.at, fact.words
    board.episodes.reach(fact.episode).referrals += (fact.referral,)
    _due(board, fact.referral, fact.due_at)


def asked(board: Board, fact: f.ReferralAsked) -> None:
    """One more organization."""
    ask = board.asks.reach(fact.ask)
    ask.referral, ask.episode, ask.incident = fact.referral, fact.episode, fact.incident
    ask.partner, ask.service, ask.at = fact.partner, fact.service, fact.at
    _changed(ask, fact.at)
    referral = board.referrals.reach(fact.referral)
    referral.asks += (fact.ask,)
    referral.status = S.REQUESTED
    _due(board, fact.referral, fact.due_at)


def agreed(board: Board, fact: f.ReferralAgreed) -> None:
    """The one that takes the person on."""
    ask = _answered(board, fact.ask, fact.at, S.ACCEPTED)
    ask.agreed, ask.agreed_by = True, fact.answered_by
    board.referrals.reach(fact.referral).agreed = fact.ask
    _stands(board, fact.referral, S.ACCEPTED, fact.due_at)


def waitlisted(board: Board, fact: f.ReferralWaitlisted) -> None:
    """In line."""
    _answered(board, fact.ask, fact.at, S.ON_HOLD).again_at = fact.again_at
    _stands(board, fact.referral, _of_all(board, fact.referral), fact.due_at)


def declined(board: Board, fact: f.ReferralDeclined) -> None:
    """One less."""
    _answered(board, fact.ask, fact.at, S.REJECTED).reason = fact.reason
    _stands(board, fact.referral, _of_all(board, fact.referral), fact.due_at)


def ask_withdrawn(board: Board, fact: f.ReferralAskWithdrawn) -> None:
    """Not asked any more."""
    ask = board.asks.reach(fact.ask)
    ask.status, ask.reason = S.CANCELLED, fact.reason
    _changed(ask, fact.at)
    _let_go(board, ask)
    _stands(board, fact.referral, _of_all(board, fact.referral), fact.due_at)


def scheduled(board: Board, fact: f.ReferralScheduled) -> None:
    """Expected at a time."""
    _answered(board, fact.ask, fact.at, S.IN_PROGRESS).appointment_at = fact.scheduled_for
    _stands(board, fact.referral, S.IN_PROGRESS, fact.due_at)


def seen(board: Board, fact: f.ReferralSeen) -> None:
    """Closed: the person was there."""
    _answered(board, fact.ask, fact.at, S.COMPLETED)
    board.referrals.reach(fact.referral).seen_told_by = fact.told_by
    _over(board, fact.referral, S.COMPLETED, "", fact.at)


def failed(board: Board, fact: f.ReferralFailed) -> None:
    """Nobody has agreed any more."""
    ask = _answered(board, fact.ask, fact.at, S.FAILED)
    ask.reason = fact.reason
    _let_go(board, ask)
    _stands(board, fact.referral, S.FAILED, fact.due_at)


def cancelled(board: Board, fact: f.ReferralCancelled) -> None:
    """Closed without."""
    _over(board, fact.referral, S.CANCELLED, fact.reason, fact.at)


def taken(board: Board, fact: f.ReferralTaken) -> None:
    """Another desk's."""
    board.referrals.reach(fact.referral).owner = fact.owner


def overdue(board: Board, fact: f.ReferralOverdue) -> None:
    """Late, and said again."""
    board.referrals.reach(fact.referral).overdue = True
    board.set_clock(ClockKind.REFERRAL, fact.referral, fact.ask_again_at)


def _answered(board: Board, id: str, at: int, status: ReferralStatus) -> Ask:
    ask = board.asks.reach(id)
    ask.status, ask.answered_at = status, at if ask.answered_at is None else ask.answered_at
    return _changed(ask, at)


def _changed(ask: Ask, at: int) -> Ask:
    ask.version, ask.changed_at = ask.version + 1, max(at, ask.changed_at)
    return ask


def _let_go(board: Board, ask: Ask) -> None:
    """Whoever had agreed and is out of it holds the referral no longer."""
    referral = board.referrals.reach(ask.referral)
    if referral.agreed == ask.id:
        referral.agreed = ""


def _of_all(board: Board, referral: str) -> ReferralStatus:
    """Where it stands by who is asked: somebody still asked, in line, agreed; else nobody took it."""
    one = board.referrals.reach(referral)
    standing = {board.asks.reach(id).status for id in one.asks}
    return next((status for status in (S.IN_PROGRESS, S.ACCEPTED, S.REQUESTED, S.ON_HOLD) if status in standing), S.REJECTED)


def _stands(board: Board, id: str, status: ReferralStatus, due_at: int | None) -> None:
    board.referrals.reach(id).status = status
    if due_at is not None:
        _due(board, id, due_at)


def _due(board: Board, id: str, due_at: int) -> None:
    one = board.referrals.reach(id)
    if one.is_open:
        one.due_at, one.overdue = due_at, False
        board.set_clock(ClockKind.REFERRAL, id, due_at)


def _over(board: Board, id: str, status: ReferralStatus, reason: str, at: int) -> None:
    one = board.referrals.reach(id)
    one.status, one.reason, one.closed_at, one.overdue = status, reason, at, False
    board.stop_clock(ClockKind.REFERRAL, id)


APPLY: Mapping[type[Fact], Callable[[Board, Any], None]] = {
    f.ReferralMade: made,
    f.ReferralAsked: asked,
    f.ReferralAgreed: agreed,
    f.ReferralWaitlisted: waitlisted,
    f.ReferralDeclined: declined,
    f.ReferralAskWithdrawn: ask_withdrawn,
    f.ReferralScheduled: scheduled,
    f.ReferralSeen: seen,
    f.ReferralFailed: failed,
    f.ReferralCancelled: cancelled,
    f.ReferralTaken: taken,
    f.ReferralOverdue: overdue,
}
