"""What facts of threat management do to the board. ``taken`` is the only place where an open file moves from one lead to another."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.board import Board
from alongside.core.codes import ClockKind
from alongside.core.fact import Fact
from alongside.core.threat import facts as f
from alongside.core.threat.state import Assessment, Stakeholder, Threat, ThreatTask, Told


def task_clock(threat: str, task: str) -> str:
    """What the timer of a task is about."""
    return f"{threat}/{task}"


def opened(board: Board, fact: f.ThreatOpened) -> None:
    """Somebody answers for it from this moment."""
    file = board.threats.reach(fact.threat)
    file.person, file.because, file.opened_at, file.opened_by, file.words = fact.person, fact.because, fact.at, fact.lead, fact.words
    _lead(file, fact.lead, fact.agency, fact.at)
    _look_again(board, file, fact.review_at)


def _lead(file: Threat, lead: str, agency: str, at: int) -> None:
    file.lead, file.agency, file.since = lead, agency, at
    file.members.pop(lead, None)


def _look_again(board: Board, file: Threat, review_at: int) -> None:
    file.review_at, file.is_review_missed = review_at, False
    board.set_clock(ClockKind.THREAT_REVIEW, file.id, review_at)


def joined(board: Board, fact: f.ThreatMemberJoined) -> None:
    """In this part."""
    board.threats.reach(fact.threat).members[fact.member] = fact.part_taken


def left(board: Board, fact: f.ThreatMemberLeft) -> None:
    """No longer."""
    board.threats.reach(fact.threat).members.pop(fact.member, None)


def stakeholder_named(board: Board, fact: f.ThreatStakeholderNamed) -> None:
    """Beside the team."""
    board.threats.reach(fact.threat).stakeholders[fact.stakeholder] = Stakeholder(fact.role, fact.at, fact.author, words=fact.words)


def stakeholder_left(board: Board, fact: f.ThreatStakeholderLeft) -> None:
    """It stays written that they had to do with it."""
    known = board.threats.reach(fact.threat).stakeholders.setdefault(fact.stakeholder, Stakeholder("", fact.at, ""))
    known.is_gone = True


def assessed(board: Board, fact: f.ThreatAssessed) -> None:
    """One more judgement; those before stay."""
    file = board.threats.reach(fact.threat)
    file.assessments.append(Assessment(fact.at, fact.level, fact.concern, fact.protective, fact.author, fact.words))
    if fact.review_at < file.review_at:
        _look_again(board, file, fact.review_at)


def plan_written(board: Board, fact: f.ThreatPlanWritten) -> None:
    """One more page."""
    board.threats.reach(fact.threat).plan += ((fact.at, fact.author, fact.words),)


def _task(board: Board, threat: str, task: str) -> ThreatTask:
    return board.threats.reach(threat).tasks.setdefault(task, ThreatTask())


def task_set(board: Board, fact: f.ThreatTaskSet) -> None:
    """To be done by its owner; what was said of it before stays."""
    task = _task(board, fact.threat, fact.task)
    task.what, task.owner, task.due_at, task.is_overdue, task.words = fact.what, fact.owner, fact.due_at, False, task.words + fact.words
    board.set_clock(ClockKind.THREAT_TASK, task_clock(fact.threat, fact.task), fact.due_at)


def task_done(board: Board, fact: f.ThreatTaskDone) -> None:
    """Over."""
    task = _task(board, fact.threat, fact.task)
    task.done_at, task.words = fact.at, task.words + fact.words
    _over(board, task, fact.threat, fact.task)


def task_ended(board: Board, fact: f.ThreatTaskEnded) -> None:
    """Over, undone."""
    task = _task(board, fact.threat, fact.task)
    task.ended = fact.because
    _over(board, task, fact.threat, fact.task)


def _over(board: Board, task: ThreatTask, threat: str, id: str) -> None:
    task.is_open, task.is_overdue = False, False
    board.stop_clock(ClockKind.THREAT_TASK, task_clock(threat, id))


def task_overdue(board: Board, fact: f.ThreatTaskOverdue) -> None:
    """Late, and said again."""
    _task(board, fact.threat, fact.task).is_overdue = True
    board.set_clock(ClockKind.THREAT_TASK, task_clock(fact.threat, fact.task), fact.ask_again_at)


def reviewed(board: Board, fact: f.ThreatReviewed) -> None:
    """Looked at, and again by then."""
    file = board.threats.reach(fact.threat)
    file.reviews += ((fact.at, fact.author, fact.words),)
    _look_again(board, file, fact.review_at)


def review_missed(board: Board, fact: f.ThreatReviewMissed) -> None:
    """Late, and said again."""
    board.threats.reach(fact.threat).is_review_missed = True
    board.set_clock(ClockKind.THREAT_REVIEW, fact.threat, fact.ask_again_at)


def offered(board: Board, fact: f.ThreatLeadOffered) -> None:
    """Somebody is asked."""
    file = board.threats.reach(fact.threat)
    file.offered_to, file.offered_because, file.offered_at, file.is_offer_late = fact.offered_to, fact.because, fact.at, False
    board.set_clock(ClockKind.THREAT_OFFER, file.id, fact.answer_by)


def _asked_nobody(board: Board, file: Threat) -> None:
    file.offered_to, file.offered_because, file.is_offer_late = "", "", False
    board.stop_clock(ClockKind.THREAT_OFFER, file.id)


def not_offered(board: Board, fact: f.ThreatLeadDeclined | f.ThreatLeadWithdrawn) -> None:
    """Nobody is asked."""
    _asked_nobody(board, board.threats.reach(fact.threat))


def unanswered(board: Board, fact: f.ThreatLeadUnanswered) -> None:
    """It stands, and is late."""
    board.threats.reach(fact.threat).is_offer_late = True
    board.stop_clock(ClockKind.THREAT_OFFER, fact.threat)


def taken(board: Board, fact: f.ThreatLeadTaken) -> None:
    """Whoever accepted answers for it; who did before still assesses."""
    file = board.threats.reach(fact.threat)
    file.members[fact.from_lead] = "assesses"
    _lead(file, fact.lead, fact.agency, fact.at)
    _asked_nobody(board, file)


def told_of(board: Board, fact: f.ThreatToldOf) -> None:
    """Kept with its basis."""
    board.threats.reach(fact.threat).told.append(Told(fact.at, fact.basis, fact.disclosure, fact.author, fact.words))


def flag_raised(board: Board, fact: f.ThreatFlagRaised) -> None:
    """Crews see it."""
    board.threats.reach(fact.threat).flag = fact.item


def flag_lowered(board: Board, fact: f.ThreatFlagLowered) -> None:
    """They do not; where a new one took its place they see that."""
    file = board.threats.reach(fact.threat)
    file.flag = "" if file.flag == fact.item else file.flag


def closed(board: Board, fact: f.ThreatClosed) -> None:
    """Nobody answers for it, and no timer of it runs."""
    file = board.threats.reach(fact.threat)
    file.closed, file.closed_at, file.closed_by, file.signed_by = fact.reason, fact.at, fact.author, fact.signed_by
    file.reviews += ((fact.at, fact.author, fact.words),)
    file.lead, file.since, file.is_review_missed = "", fact.at, False
    _asked_nobody(board, file)
    board.stop_clock(ClockKind.THREAT_REVIEW, file.id)


def reopened(board: Board, fact: f.ThreatReopened) -> None:
    """It goes on."""
    file = board.threats.reach(fact.threat)
    file.closed, file.closed_at, file.closed_by, file.signed_by = "", None, "", ""
    _lead(file, fact.lead, fact.agency, fact.at)
    _look_again(board, file, fact.review_at)


APPLY: Mapping[type[Fact], Callable[[Board, Any], None]] = {
    f.ThreatOpened: opened,
    f.ThreatMemberJoined: joined,
    f.ThreatMemberLeft: left,
    f.ThreatStakeholderNamed: stakeholder_named,
    f.ThreatStakeholderLeft: stakeholder_left,
    f.ThreatAssessed: assessed,
    f.ThreatPlanWritten: plan_written,
    f.ThreatTaskSet: task_set,
    f.ThreatTaskDone: task_done,
    f.ThreatTaskEnded: task_ended,
    f.ThreatTaskOverdue: task_overdue,
    f.ThreatReviewed: reviewed,
    f.ThreatReviewMissed: review_missed,
    f.ThreatLeadOffered: offered,
    f.ThreatLeadDeclined: not_offered,
    f.ThreatLeadWithdrawn: not_offered,
    f.ThreatLeadUnanswered: unanswered,
    f.ThreatLeadTaken: taken,
    f.ThreatToldOf: told_of,
    f.ThreatFlagRaised: flag_raised,
    f.ThreatFlagLowered: flag_lowered,
    f.ThreatClosed: closed,
    f.ThreatReopened: reopened,
}
