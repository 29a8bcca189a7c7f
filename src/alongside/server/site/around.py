"""Around the person, for console and crew page alike: interpreter, guardian, who has the children, a door nobody opens."""

from typing import Any

from alongside.core.board import Board
from alongside.core.party import Actor
from alongside.core.state import Episode, Incident, Report
from alongside.server.site.coded import choices, word
from alongside.server.site.names import Names


def around(incident: Incident) -> dict[str, Any]:
    """What is known of an incident, in words, and what may be said."""
    then, return_at = incident.no_answer or ("", None)
    forced, why = incident.entry or (None, "")
    return {
        "language": incident.language,
        "interpreters": [_interpreter(one) for one in incident.interpreters],
        "dependants": word("dependants", incident.dependants) if incident.dependants else "",
        "no_answer": word("no_answer", then) if then else "",
        "return_at": return_at,
        "entry": "" if forced is None else word("entry_reason", why),
        "forced": forced,
        "is_welfare": any(one.code == "welfare_check" for one in incident.requirements) or bool(then),
        "languages": choices("language"),
        "who": choices("interpreter"),
        "modalities": choices("modality"),
        "purposes": choices("purpose"),
        "dependant_choices": choices("dependants"),
        "next": choices("no_answer", ("neighbors", "call_back")),
        "guardian_choices": choices("guardian"),
        "report_choices": choices("report_about"),
        "entry_reasons": choices("entry_reason"),
    }


def _interpreter(told: tuple[str, str, str, str, int]) -> dict[str, Any]:
    language, modality, who, purpose, at = told
    said = (word("language", language), word("modality", modality), word("interpreter", who), word("purpose", purpose))
    return {"words": " · ".join(said), "at": at}


def may_be_minor(incident: Incident, episode: Episode) -> bool:
    """A minor by what was said when the call was taken, or by the answers: then a guardian is tried."""
    return episode.minor or any(one.code in ("youth", "guardian") for one in incident.requirements)


def reports_of(board: Board, names: Names, episode: Episode, reader: Actor) -> list[dict[str, Any]]:
    """Mandated reports about this person: about whom, by whom, until when, filed, withdrawn or neither; and who could sign a withdrawal."""
    mine = [one for one in board.reports if one.episode == episode.id]
    return [_report(board, names, one, reader) for one in mine]


def _report(board: Board, names: Names, one: Report, reader: Actor) -> dict[str, Any]:
    on_duty = {desk.staff for desk in board.positions if desk.duty == "supervisor" and desk.staff} - {one.owed_by, reader.staff}
    may_sign = reader.role == "supervisor" and reader.staff != one.owed_by
    return {
        "id": one.id,
        "about": word("report_about", one.about),
        "by": names.person(one.owed_by),
        "due_at": one.due_at,
        "filed_at": one.filed_at,
        "withdrawn_at": one.withdrawn_at,
        "may_withdraw": one.owed_by == reader.staff or reader.role == "supervisor",
        "reasons": choices("report_withdrawn"),
        "supervisors": [] if may_sign else [{"code": staff, "word": names.person(staff)} for staff in sorted(on_duty)],
    }


def guardian_of(episode: Episode) -> list[dict[str, Any]]:
    """Attempts to reach the guardian of a minor, latest first."""
    return [{"word": word("guardian", outcome), "at": at} for outcome, at in reversed(episode.guardian)]
