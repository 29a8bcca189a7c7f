"""What the plan asks of whom, and by when. Each task has an owner of the team until it is done or ended."""

from alongside.core.asking import Asking
from alongside.core.fact import Fact
from alongside.core.refused import Refused, must_be_in
from alongside.core.threat import facts as f
from alongside.core.threat import requests as r
from alongside.core.threat.finding import find_task, has_part, is_team, named, open_file, team_file, words_of
from alongside.core.threat.state import Threat
from alongside.core.threat.terms import TASK_ENDS, TASKS


def set_task(asking: Asking, request: r.SetThreatTask) -> tuple[Fact, ...]:
    """One more thing to do, or another owner or time for the same."""
    file = team_file(asking, request.threat)
    must_be_in(request.what, "what", TASKS)
    if request.due_at <= asking.now:
        raise Refused("task_due_in_past")
    if request.owner != file.lead and request.owner not in file.members:
        raise Refused("threat_owner_not_team")
    old = file.tasks.get(request.task)
    if old is not None and not old.is_open:
        raise Refused("task_over")
    words = words_of(asking, request)
    return (f.ThreatTaskSet(*named(asking, file), request.task, request.what, request.owner, request.due_at, words),)


def do_task(asking: Asking, request: r.DoThreatTask) -> tuple[Fact, ...]:
    """By its owner, or the team."""
    file = _of_whom(asking, request.threat, request.task)
    return (f.ThreatTaskDone(*named(asking, file), request.task, asking.by.staff, words_of(asking, request)),)


def _of_whom(asking: Asking, id: str, task: str) -> Threat:
    """The file, for who reads it or owns this very task; to others it has no such task."""
    file = open_file(asking, id)
    if not has_part(asking.by, file):
        raise Refused("threat_not_team")
    found = file.tasks.get(task)
    if not is_team(asking.by, file) and (found is None or found.owner != asking.by.staff):
        raise Refused("task_unknown")
    find_task(file, task)
    return file


def end_task(asking: Asking, request: r.EndThreatTask) -> tuple[Fact, ...]:
    """With a reason, by the team."""
    file = team_file(asking, request.threat)
    must_be_in(request.because, "because", TASK_ENDS)
    find_task(file, request.task)
    return (f.ThreatTaskEnded(*named(asking, file), request.task, request.because),)


def task_due(asking: Asking, subject: str) -> tuple[Fact, ...]:
    """Late, and said again."""
    id, _, task_id = subject.partition("/")
    file = asking.board.threats.reach(id)
    task, again = file.tasks[task_id], asking.now + asking.rules.threat.again_ms
    return (f.ThreatTaskOverdue(*named(asking, file), task_id, task.owner, task.due_at, again),)
