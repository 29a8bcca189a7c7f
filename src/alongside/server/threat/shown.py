"""What a file's page tells in words, copied out of the board first, so that words are read after it was let go."""

from typing import NamedTuple

from alongside.core.party import Reference
from alongside.core.threat.finding import is_team
from alongside.core.threat.state import Assessment, Threat, ThreatTask
from alongside.server.records.open import Words
from alongside.server.site.looking import Look
from alongside.server.site.rows import Row
from alongside.server.site.telling import tell_all
from alongside.server.threat.coded import coded


class Shown(NamedTuple):
    """Rows by list, each with the references of its words."""

    lists: dict[str, list[Row]]

    @property
    def references(self) -> list[Reference]:
        """The words to read."""
        return [one for rows in self.lists.values() for row in rows for one in row["references"]]

    def tell(self, words: Words) -> Row:
        """The same with words, or with why not."""
        return {name: [{**row, "words": tell_all(words, row["references"])} for row in rows] for name, rows in self.lists.items()}


def shown_of(seen: Look, file: Threat) -> Shown:
    """For the team everything, latest first; for who carries something out just that; for who oversees nothing."""
    if not is_team(seen.actor, file):
        return Shown({"tasks": [_task(seen, id, one) for id, one in file.list_open_tasks() if one.owner == seen.actor.staff]})
    name = seen.view.names.person
    return Shown(
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
