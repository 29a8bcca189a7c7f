"""When cases, threat files, follow-ups and referrals became late: of each the oldest time that has passed, and the newest."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from alongside.core.board import Board
from alongside.core.cases.state import Case
from alongside.core.codes import FollowUpStatus
from alongside.core.state import FollowUp
from alongside.core.threat.state import Threat


class Late(NamedTuple):
    """Since when (ms UTC) it is late, and when the last thing of it became so."""

    since: int
    newest: int


def _of(times: list[int]) -> Late | None:
    return Late(min(times), max(times)) if times else None


def late_case(case: Case) -> Late | None:
    """A contact or a task whose time has passed, an offer nobody answered."""
    tasks = [task.due_at for _, task in case.list_open_tasks() if task.is_overdue]
    contact, offer = [case.contact_by] * case.is_contact_overdue, [case.offered_at] * case.is_offer_late
    return _of([*tasks, *contact, *offer]) if case.is_open else None


def late_threat(file: Threat) -> Late | None:
    """A review nobody held, a task whose time has passed, an offer nobody answered."""
    tasks = [task.due_at for _, task in file.list_open_tasks() if task.is_overdue]
    review, offer = [file.review_at] * file.is_review_missed, [file.offered_at] * file.is_offer_late
    return _of([*tasks, *review, *offer]) if file.is_open else None


def late_follow_up(one: FollowUp) -> Late | None:
    """Nobody reached the person in time."""
    is_open = one.status in (FollowUpStatus.DUE, FollowUpStatus.TAKEN)
    return Late(one.due_at, one.due_at) if one.overdue and is_open else None


def _case(board: Board, id: str) -> Late | None:
    found = board.cases.find(id)
    return late_case(found) if found else None


def _threat(board: Board, id: str) -> Late | None:
    found = board.threats.find(id)
    return late_threat(found) if found else None


def _follow_up(board: Board, id: str) -> Late | None:
    found = board.follow_ups.find(id)
    return late_follow_up(found) if found else None


def _referral(board: Board, id: str) -> Late | None:
    found = board.referrals.find(id)
    return Late(found.due_at, found.due_at) if found and found.overdue and found.is_open else None


LATE: Mapping[str, Callable[[Board, str], Late | None]] = {
    "case": _case,
    "threat": _threat,
    "follow_up": _follow_up,
    "referral": _referral,
}


def is_quiet(board: Board, what: str, about: str, newest: int, now: int) -> bool:
    """Whether somebody sees to all that is late of it, and their time is not over."""
    taken = board.taken_on.get((what, about))
    return taken is not None and newest <= taken.at and now < taken.until
