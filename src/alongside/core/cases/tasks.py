"""Tasks of a case: due by a time, some again and again until somebody who may ends them."""

from alongside.core.asking import Asking
from alongside.core.cases import facts as f
from alongside.core.cases import requests as r
from alongside.core.cases.holding import kind_of, must_be_listed, named, open_case
from alongside.core.cases.state import Case, Task
from alongside.core.cases.terms import TASK_ENDS, TASKS
from alongside.core.fact import Fact
from alongside.core.refused import Refused

SHORTEST_MS = 3_600_000
MEDICATION = "medication_visit"
ENDS_MEDICATION = frozenset({"clinician"})  # home visits that watch over medication go on until a clinician finds the person stable


def set_task(asking: Asking, request: r.SetCaseTask) -> tuple[Fact, ...]:
    """One more thing to do, or another time for the same."""
    case = open_case(asking, request.case)
    must_be_listed(request.what, TASKS, "what")
    if request.due_at <= asking.now:
        raise Refused("task_due_in_past")
    if request.every_ms and request.every_ms < SHORTEST_MS:
        raise Refused("task_too_often")
    old = case.tasks.get(request.task)
    if old is not None and not old.is_open:
        raise Refused("task_over")
    ended_by = _ended_by(asking, case, request.what, request.every_ms) | (old.ended_by if old else frozenset())
    told = (request.task, request.what, request.due_at, request.every_ms)
    return (f.CaseTaskSet(*named(asking, case), *told, tuple(sorted(ended_by)), request.words),)


def _ended_by(asking: Asking, case: Case, what: str, every_ms: int) -> frozenset[str]:
    """As the kind says of such a task; medication visits by a clinician wherever they were asked for."""
    by_kind = next((one.ended_by for one in kind_of(asking, case).tasks if one.what == what and every_ms), frozenset[str]())
    return by_kind or (ENDS_MEDICATION if what == MEDICATION and every_ms else frozenset())


def find_task(case: Case, id: str) -> Task:
    """An open task of the case."""
    task = case.tasks.get(id)
    if task is None:
        raise Refused("task_unknown")
    if not task.is_open:
        raise Refused("task_over")
    return task


def do_task(asking: Asking, request: r.DoCaseTask) -> tuple[Fact, ...]:
    """Done; what recurs is due again, counted from now."""
    case = open_case(asking, request.case)
    task = find_task(case, request.task)
    again = asking.now + task.every_ms if task.every_ms else None
    return (f.CaseTaskDone(*named(asking, case), request.task, again, request.words),)


def end_task(asking: Asking, request: r.EndCaseTask) -> tuple[Fact, ...]:
    """With a reason, by whoever may."""
    case = open_case(asking, request.case)
    must_be_listed(request.because, TASK_ENDS, "because")
    must_be_ended_by(asking, find_task(case, request.task))
    return (f.CaseTaskEnded(*named(asking, case), request.task, request.because),)


def must_be_ended_by(asking: Asking, task: Task) -> None:
    """Some tasks only a clinician ends: whether somebody is stable is a clinical finding."""
    if task.ended_by and asking.by.role not in task.ended_by:
        raise Refused("task_ended_by_others", roles=", ".join(sorted(task.ended_by)))


def task_due(asking: Asking, subject: str) -> tuple[Fact, ...]:
    """Late, and said again."""
    id, _, task_id = subject.partition("/")
    case = asking.board.cases.reach(id)
    task = case.tasks[task_id]
    return (f.CaseTaskOverdue(*named(asking, case), task_id, task.due_at, asking.now + asking.rules.cases.again_ms),)
