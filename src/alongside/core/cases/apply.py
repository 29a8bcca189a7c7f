"""What facts of cases do to the board. ``taken`` is the only place where a case moves from one holder to another."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.board import Board
from alongside.core.cases import facts as f
from alongside.core.cases.state import Case, Contact, Goal, Task
from alongside.core.codes import ClockKind
from alongside.core.fact import Fact


def task_clock(case: str, task: str) -> str:
    """What the timer of a task is about."""
    return f"{case}/{task}"


def opened(board: Board, fact: f.CaseOpened) -> None:
    """Held from this moment."""
    case, person = board.cases.reach(fact.case), board.people.reach(fact.person)
    case.person, case.kind, case.because, case.opened_at = fact.person, fact.case_kind, fact.because, fact.at
    case.is_shared, case.team, case.step = fact.is_shared, frozenset(fact.team), fact.step
    case.plan += ((fact.at, fact.worker, fact.words),) if fact.words else ()
    if fact.case not in person.cases:
        person.cases += (fact.case,)
    _hold(case, fact.worker, fact.desk, fact.agency, fact.at)
    _due(board, case, fact.contact_by)


def _hold(case: Case, worker: str, desk: str, agency: str, at: int) -> None:
    case.worker, case.desk, case.agency, case.since = worker, desk, agency, at


def _due(board: Board, case: Case, contact_by: int) -> None:
    case.contact_by, case.is_contact_overdue = contact_by, False
    board.set_clock(ClockKind.CASE_CONTACT, case.id, contact_by)


def offered(board: Board, fact: f.CaseOffered) -> None:
    """Somebody is asked."""
    case = board.cases.reach(fact.case)
    case.offered_to, case.offered_because, case.offered_at, case.is_offer_late = fact.offered_to, fact.because, fact.at, False
    board.set_clock(ClockKind.CASE_OFFER, case.id, fact.answer_by)


def _asked_nobody(board: Board, case: Case) -> None:
    case.offered_to, case.offered_because, case.is_offer_late = "", "", False
    board.stop_clock(ClockKind.CASE_OFFER, case.id)


def not_offered(board: Board, fact: f.CaseOfferDeclined | f.CaseOfferWithdrawn) -> None:
    """Nobody is asked."""
    _asked_nobody(board, board.cases.reach(fact.case))


def unanswered(board: Board, fact: f.CaseOfferUnanswered) -> None:
    """It stands, and is late."""
    board.cases.reach(fact.case).is_offer_late = True
    board.stop_clock(ClockKind.CASE_OFFER, fact.case)


def taken(board: Board, fact: f.CaseTaken) -> None:
    """Whoever accepted holds it."""
    case = board.cases.reach(fact.case)
    _hold(case, fact.worker, fact.desk, fact.agency, fact.at)
    _asked_nobody(board, case)


def contacted(board: Board, fact: f.CaseContacted) -> None:
    """Kept; the next one is due where the person was reached."""
    case = board.cases.reach(fact.case)
    case.contacts.append(Contact(fact.at, fact.how, fact.outcome, fact.author, fact.words))
    if fact.contact_by != case.contact_by:
        case.reached_at = fact.at
        _due(board, case, fact.contact_by)


def contact_overdue(board: Board, fact: f.CaseContactOverdue) -> None:
    """Late, and said again."""
    board.cases.reach(fact.case).is_contact_overdue = True
    board.set_clock(ClockKind.CASE_CONTACT, fact.case, fact.ask_again_at)


def task_set(board: Board, fact: f.CaseTaskSet) -> None:
    """To be done."""
    ended_by = frozenset(fact.ended_by)
    board.cases.reach(fact.case).tasks[fact.task] = Task(fact.what, fact.due_at, fact.every_ms, ended_by, words=fact.words)
    board.set_clock(ClockKind.CASE_TASK, task_clock(fact.case, fact.task), fact.due_at)


def _task(board: Board, case: str, task: str) -> Task:
    return board.cases.reach(case).tasks.setdefault(task, Task())


def task_done(board: Board, fact: f.CaseTaskDone) -> None:
    """Once more, or for good."""
    task, clock = _task(board, fact.case, fact.task), task_clock(fact.case, fact.task)
    task.done, task.last_done_at, task.is_overdue = task.done + 1, fact.at, False
    task.words += fact.words
    if fact.next_at is None:
        task.is_open = False
        board.stop_clock(ClockKind.CASE_TASK, clock)
    else:
        task.due_at = fact.next_at
        board.set_clock(ClockKind.CASE_TASK, clock, fact.next_at)


def task_ended(board: Board, fact: f.CaseTaskEnded) -> None:
    """No more."""
    task = _task(board, fact.case, fact.task)
    task.is_open, task.is_overdue, task.ended = False, False, fact.because
    board.stop_clock(ClockKind.CASE_TASK, task_clock(fact.case, fact.task))


def task_overdue(board: Board, fact: f.CaseTaskOverdue) -> None:
    """Late, and said again."""
    _task(board, fact.case, fact.task).is_overdue = True
    board.set_clock(ClockKind.CASE_TASK, task_clock(fact.case, fact.task), fact.ask_again_at)


def goal_set(board: Board, fact: f.CaseGoalSet) -> None:
    """New words stand beside the old: the latest is what the person wants now."""
    goal = board.cases.reach(fact.case).goals.setdefault(fact.goal, Goal())
    goal.state, goal.at, goal.words = fact.state, fact.at, fact.words or goal.words


def plan_written(board: Board, fact: f.CasePlanWritten) -> None:
    """One more page."""
    board.cases.reach(fact.case).plan += ((fact.at, fact.author, fact.words),)


def stepped(board: Board, fact: f.CaseStepped) -> None:
    """As much support as that."""
    board.cases.reach(fact.case).step = fact.step


def referred(board: Board, fact: f.CaseReferred) -> None:
    """Where it stands now."""
    board.cases.reach(fact.case).referrals[fact.code] = (fact.state, fact.at)


def closed(board: Board, fact: f.CaseClosed) -> None:
    """Nobody holds it, and no timer of it runs."""
    case = board.cases.reach(fact.case)
    case.closed, case.closed_at, case.closed_by, case.signed_by = fact.reason, fact.at, fact.author, fact.signed_by
    case.is_contact_overdue = False
    case.plan += ((fact.at, fact.author, fact.words),) if fact.words else ()
    _asked_nobody(board, case)
    _hold(case, "", "", case.agency, fact.at)
    board.stop_clock(ClockKind.CASE_CONTACT, case.id)


def reopened(board: Board, fact: f.CaseReopened) -> None:
    """It goes on."""
    case = board.cases.reach(fact.case)
    case.closed, case.closed_at, case.closed_by, case.signed_by = "", None, "", ""
    _hold(case, fact.worker, "", fact.agency, fact.at)
    _due(board, case, fact.contact_by)


APPLY: Mapping[type[Fact], Callable[[Board, Any], None]] = {
    f.CaseOpened: opened,
    f.CaseOffered: offered,
    f.CaseOfferDeclined: not_offered,
    f.CaseOfferWithdrawn: not_offered,
    f.CaseOfferUnanswered: unanswered,
    f.CaseTaken: taken,
    f.CaseContacted: contacted,
    f.CaseContactOverdue: contact_overdue,
    f.CaseTaskSet: task_set,
    f.CaseTaskDone: task_done,
    f.CaseTaskEnded: task_ended,
    f.CaseTaskOverdue: task_overdue,
    f.CaseGoalSet: goal_set,
    f.CasePlanWritten: plan_written,
    f.CaseStepped: stepped,
    f.CaseReferred: referred,
    f.CaseClosed: closed,
    f.CaseReopened: reopened,
}
