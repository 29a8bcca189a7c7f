"""What facts on scene do to the board."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.board import Board
from alongside.core.codes import ClockKind
from alongside.core.fact import Fact
from alongside.core.field import facts as f


def help_asked(board: Board, fact: f.HelpAsked) -> None:
    """The alarm stands."""
    unit = board.units.reach(fact.unit)
    unit.help_asked_at, unit.help_received_by = fact.at, ""
    board.set_clock(ClockKind.HELP, fact.unit, fact.answer_by)


def help_received(board: Board, fact: f.HelpReceived) -> None:
    """Somebody has it."""
    unit = board.units.reach(fact.unit)
    unit.help_asked_at, unit.help_received_by = None, fact.received_by
    board.stop_clock(ClockKind.HELP, fact.unit)


def help_unanswered(board: Board, fact: f.HelpUnanswered) -> None:
    """Raised again until received."""
    board.set_clock(ClockKind.HELP, fact.unit, fact.ask_again_at)


def police_role_set(board: Board, fact: f.PoliceRoleSet) -> None:
    """Police presence on the incident."""
    incident = board.incidents.reach(fact.incident)
    incident.police, incident.police_because = fact.role, (fact.asked_by, fact.reason, fact.at)


def leads_named(board: Board, fact: f.LeadsNamed) -> None:
    """Who leads care and who leads safety."""
    incident = board.incidents.reach(fact.incident)
    incident.clinical_lead, incident.safety_lead = fact.clinical, fact.safety


def interpreter_used(board: Board, fact: f.InterpreterUsed) -> None:
    """Who interpreted, beside those before."""
    told = (fact.language, fact.modality, fact.interpreter, fact.purpose, fact.at)
    board.incidents.reach(fact.incident).interpreters += (told,)


def guardian_tried(board: Board, fact: f.GuardianTried) -> None:
    """One more attempt."""
    board.episodes.reach(fact.episode).guardian += ((fact.outcome, fact.at),)


def dependants_placed(board: Board, fact: f.DependantsPlaced) -> None:
    """Who has the children now."""
    board.incidents.reach(fact.incident).dependants = fact.who


def nobody_answered(board: Board, fact: f.NobodyAnswered) -> None:
    """A closed door, and what is tried next."""
    board.incidents.reach(fact.incident).no_answer = (fact.then, fact.return_at)


def entry_decided(board: Board, fact: f.EntryDecided) -> None:
    """What the police supervisor decided last."""
    board.incidents.reach(fact.incident).entry = (fact.forced, fact.reason)


def report_owed(board: Board, fact: f.ReportOwed) -> None:
    """A task with its clock."""
    report = board.reports.reach(fact.report)
    report.episode, report.incident, report.about = fact.episode, fact.incident, fact.about
    report.owed_by, report.due_at = fact.owed_by, fact.due_at
    board.set_clock(ClockKind.REPORT, fact.report, fact.due_at)


def report_filed(board: Board, fact: f.ReportFiled) -> None:
    """Done."""
    report = board.reports.reach(fact.report)
    report.filed_at, report.overdue = fact.at, False
    board.stop_clock(ClockKind.REPORT, fact.report)


def report_overdue(board: Board, fact: f.ReportOverdue) -> None:
    """The alarm repeats until it is filed."""
    board.reports.reach(fact.report).overdue = True
    board.set_clock(ClockKind.REPORT, fact.report, fact.ask_again_at)


def report_withdrawn(board: Board, fact: f.ReportWithdrawn) -> None:
    """Owed no more, and still known of."""
    report = board.reports.reach(fact.report)
    report.withdrawn_at, report.overdue = fact.at, False
    board.stop_clock(ClockKind.REPORT, fact.report)


def report_restored(board: Board, fact: f.ReportRestored) -> None:
    """Owed again, by its first time."""
    board.reports.reach(fact.report).withdrawn_at = None
    board.set_clock(ClockKind.REPORT, fact.report, fact.due_at)


def note_written(board: Board, fact: f.NoteWritten) -> None:
    """The incident knows of one more note."""
    board.incidents.reach(fact.incident).words += fact.words


def permission_set(board: Board, fact: f.PermissionSet) -> None:
    """What the person permits."""
    episode = board.episodes.reach(fact.episode)
    episode.consents, episode.permission_at = fact.permits, fact.at


def disposition_recorded(board: Board, fact: f.DispositionRecorded) -> None:
    """What came of it."""
    episode = board.episodes.reach(fact.episode)
    episode.disposition, episode.disposition_at, episode.details = fact.disposition, fact.at, fact.details


APPLY: Mapping[type[Fact], Callable[[Board, Any], None]] = {
    f.HelpAsked: help_asked,
    f.HelpReceived: help_received,
    f.HelpUnanswered: help_unanswered,
    f.PoliceRoleSet: police_role_set,
    f.LeadsNamed: leads_named,
    f.InterpreterUsed: interpreter_used,
    f.GuardianTried: guardian_tried,
    f.DependantsPlaced: dependants_placed,
    f.NobodyAnswered: nobody_answered,
    f.EntryDecided: entry_decided,
    f.ReportOwed: report_owed,
    f.ReportFiled: report_filed,
    f.ReportOverdue: report_overdue,
    f.ReportWithdrawn: report_withdrawn,
    f.ReportRestored: report_restored,
    f.NoteWritten: note_written,
    f.PermissionSet: permission_set,
    f.DispositionRecorded: disposition_recorded,
}
