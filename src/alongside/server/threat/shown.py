"""What a file's page tells in words."""

from alongside.core.threat.finding import is_team
from alongside.core.threat.state import Assessment, Threat, ThreatTask
from alongside.server.site.listed import Listed
from alongside.server.site.looking import Look
from alongside.server.site.rows import Row
from alongside.server.threat.coded import coded


def shown_of(seen: Look, file: Threat) -> Listed:
    """For the team everything, latest first; for who carries something out just that; for who oversees nothing."""
    if not is_team(seen.actor, file):
        return Listed({"tasks": [_task(seen, id, one) for id, one in file.list_open_tasks() if one.owner == seen.actor.staff]})
    name = seen.view.names.person
    return Listed(
        {
            "concerns": [{"references": tuple(one for one in file.words if one.field == "threat_concern")}],
            "assessments": [_assessment(one, name(one.author)) for one in reversed(file.assessments)],
            "plan": [{"at": at, "by": name(by), "references": words} for at, by, words in reversed(file.plan)],
            "reviews": [{"at": at, "by": name(by), "references": words} for at, by, words in reversed(file.reviews)],
            "tasks": [_task(seen, id, one) for id, one in file.list_open_tasks()],
            "ended_tasks": [_task(seen, id, one) for id, one in file.tasks.items() if not one.is_open],
            "beside": [
                {"id": id, "role": coded("stakeholder", one.role), "at": one.at, "by": name(one.author), "references": one.words}
                for id, one in file.stakeholders.items()
                if not one.is_gone
            ],
            "told": [
                {"at": one.at, "basis": coded("told_on", one.basis), "by": name(one.author), "references": one.words}
                for one in reversed(file.told)
            ],
        }
    )


def _assessment(one: Assessment, by: str) -> Row:
    return {
        "at": one.at,
        "level": one.level,
        "word": coded("level", one.level),
        "concern": [coded("concern", code) for code in one.concern],
        "protective": [coded("protective", code) for code in one.protective],
        "by": by,
        "references": one.words,
    }


def _task(seen: Look, id: str, one: ThreatTask) -> Row:
    return {
        "id": id,
        "word": coded("task", one.what),
        "owner": seen.view.names.person(one.owner),
        "due_at": one.due_at,
        "late": one.is_open and one.due_at <= seen.asking.now,
        "done_at": one.done_at,
        "ended": coded("task_end", one.ended) if one.ended else "",
        "references": one.words,
    }
