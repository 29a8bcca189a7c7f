"""One threat file as lists show it: who answers for it, what is due next, what is late. Whom it is about comes with the words."""

from collections.abc import Iterable

from alongside.core.threat.finding import has_part, is_team, reference_of
from alongside.core.threat.state import Threat
from alongside.server.people.staff import list_active
from alongside.server.records.open import Words
from alongside.server.site.looking import Look
from alongside.server.site.rows import Row
from alongside.server.site.telling import tell_all
from alongside.server.threat.coded import coded


def file_row(seen: Look, file: Threat) -> Row:
    """The row without words. A supervisor who is not on the team learns who answers for it and what is late, nothing more."""
    by, now, name = seen.actor, seen.asking.now, seen.view.names.person
    inside = is_team(by, file)
    tasks = [one for _, one in file.list_open_tasks() if inside or one.owner == by.staff]
    due = [*(one.due_at for one in tasks), *([file.review_at] if inside or not has_part(by, file) else [])]
    return {
        "id": file.id,
        "reference": reference_of(file.id),
        "lead": name(file.lead) if file.lead else "",
        "since": file.since,
        "opened_at": file.opened_at,
        "is_team": inside,
        "has_part": has_part(by, file),
        "level": file.level if inside else "",
        "level_word": coded("level", file.level) if inside and file.level else "",
        "because": coded("because", file.because) if inside else "",
        "review_at": file.review_at,
        "is_review_missed": file.is_open and file.review_at <= now,
        "tasks": [{"word": coded("task", one.what), "due_at": one.due_at} for one in tasks],
        "late_tasks": sum(1 for _, one in file.list_open_tasks() if one.due_at <= now),
        "due": min(due, default=file.review_at),
        "flag": inside and bool(file.flag),
        "offered_to": name(file.offered_to) if file.offered_to else "",
        "offered_because": coded("passed", file.offered_because) if file.offered_because else "",
        "offered_at": file.offered_at,
        "is_offer_late": file.is_offer_late,
        "closed": coded("closed", file.closed) if file.closed else "",
        "closed_at": file.closed_at,
        "references": tuple(one for one in file.words if one.field == "threat_person"),
    }


def with_who(rows: Iterable[Row], words: Words) -> None:
    """Whom each is about, as far as this reader may know it."""
    for row in rows:
        references = row.pop("references")
        row["who"] = tell_all(words, references) if row["has_part"] else ""


def staff_of(seen: Look, roles: frozenset[str], agencies: frozenset[str] = frozenset()) -> list[Row]:
    """Who could be asked: everybody of these roles whose account works, of these organizations where some are named."""
    label, language = seen.view.names.label, seen.view.language
    found = [one for one in list_active(roles) if one.id != seen.actor.staff and (not agencies or one.agency in agencies)]
    return [
        {"code": one.id, "word": ", ".join(filter(None, (one.name, label(f"role.{one.role}", language), _agency(seen, one.agency))))}
        for one in found
    ]


def _agency(seen: Look, agency: str) -> str:
    return str(seen.view.names.label(f"agency.{agency}", seen.view.language)) if agency else ""
