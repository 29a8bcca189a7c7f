"""What a case's page tells in words."""

from alongside.core.cases.state import Case, Contact, Task
from alongside.server.cases.coded import coded
from alongside.server.site.listed import Listed
from alongside.server.site.looking import Look
from alongside.server.site.rows import Row


def shown_of(seen: Look, case: Case) -> Listed:
    """Latest contacts and pages of the plan first, tasks by date."""
    name = seen.view.names.person
    lists = {
        "contacts": [_contact(one, name(one.author)) for one in sorted(case.contacts, key=lambda one: -one.at)],
        "tasks": [_task(id, one) for id, one in case.list_open_tasks()],
        "ended_tasks": [_task(id, one) for id, one in case.tasks.items() if not one.is_open],
        "goals": [
            {"id": id, "state": one.state, "word": coded("goal", one.state), "references": one.words} for id, one in case.goals.items()
        ],
        "plan": [{"at": at, "by": name(by), "references": words} for at, by, words in reversed(case.plan)],
    }
    return Listed(lists)


def _contact(one: Contact, by: str) -> Row:
    return {"at": one.at, "how": coded("how", one.how), "outcome": coded("outcome", one.outcome), "by": by, "references": one.words}


def _task(id: str, one: Task) -> Row:
    return {
        "id": id,
        "word": coded("task", one.what),
        "due_at": one.due_at,
        "every_days": one.every_ms // 86_400_000,
        "done": one.done,
        "last_done_at": one.last_done_at,
        "ended": coded("task_end", one.ended) if one.ended else "",
        "ended_by": sorted(one.ended_by),
        "references": one.words,
    }
