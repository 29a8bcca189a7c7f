"""A mandated report is a task with an owner and a time: owed by whoever learnt of it, open until filed, raised when late."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.asking import Asking
from alongside.core.codes import REPORT_ABOUT, REPORT_WITHDRAWN, ClockKind
from alongside.core.fact import Fact, episode_stream
from alongside.core.field import facts as f
from alongside.core.field import requests as r
from alongside.core.refused import Refused
from alongside.core.state import Report

AGAIN_MS = 3_600_000


def owe_report(asking: Asking, request: r.OweReport) -> tuple[Fact, ...]:
    """The duty is the reporter's own: it is not handed to a colleague, and it outlives the episode."""
    episode = asking.episode(request.episode)
    if request.report in asking.board.reports:
        raise Refused("report_exists", report=request.report)
    if request.about not in REPORT_ABOUT:
        raise Refused("not_in_list", what="about", allowed=",".join(sorted(REPORT_ABOUT)))
    due = asking.now + asking.rules.clocks.report_ms
    named = (request.report, episode.id, episode.incident, request.about, asking.by.staff, due)
    return (f.ReportOwed(episode_stream(episode.id), asking.at, *named),)


def file_report(asking: Asking, request: r.FileReport) -> tuple[Fact, ...]:
    """Filed once, by anybody of the team who made it; also what was withdrawn, for it was made after all."""
    report = _unfiled(asking, request.report)
    return (f.ReportFiled(episode_stream(report.episode), asking.at, report.id, report.episode, report.incident, asking.by.staff),)


def withdraw_report(asking: Asking, request: r.WithdrawReport) -> tuple[Fact, ...]:
    """Noted by mistake. No duty of law goes away on one word: a supervisor beside whoever owes it, unless the law lets them alone."""
    report = _unfiled(asking, request.report)
    if report.withdrawn_at is not None:
        raise Refused("report_withdrawn", report=report.id)
    if request.reason not in REPORT_WITHDRAWN:
        raise Refused("not_in_list", what="reason", allowed=",".join(sorted(REPORT_WITHDRAWN)))
    signed = _second_person(asking, report, request.signed_by)
    if not signed and not asking.rules.program.withdraw_report_alone:
        raise Refused("report_needs_second", report=report.id)
    named = (report.id, report.episode, report.incident, request.reason, asking.by.staff, signed)
    return (f.ReportWithdrawn(episode_stream(report.episode), asking.at, *named),)


def _second_person(asking: Asking, report: Report, signed_by: str) -> str:
    """The supervisor, other than who owes it: the asker, or one who sits at a supervisor's desk now."""
    if asking.by.role == "supervisor" and asking.by.staff != report.owed_by:
        return asking.by.staff
    on_duty = {desk.staff for desk in asking.board.positions if desk.duty == "supervisor" and desk.staff}
    return signed_by if signed_by in on_duty - {asking.by.staff, report.owed_by} else ""


def restore_report(asking: Asking, request: r.RestoreReport) -> tuple[Fact, ...]:
    """Owed after all, by the time it was owed before; where that has passed it is late at once."""
    report = _find(asking, request.report)
    if report.withdrawn_at is None:
        raise Refused("report_not_withdrawn", report=report.id)
    named = (report.id, report.episode, report.incident, report.owed_by, report.due_at)
    return (f.ReportRestored(episode_stream(report.episode), asking.at, *named),)


def report_due(asking: Asking, subject: str) -> tuple[Fact, ...]:
    """Late, and said again every hour."""
    report = _find(asking, subject)
    named = (report.id, report.episode, report.incident, report.owed_by, asking.now + AGAIN_MS)
    return (f.ReportOverdue(episode_stream(report.episode), asking.now, *named),)


def _unfiled(asking: Asking, id: str) -> Report:
    report = _find(asking, id)
    if report.filed_at is not None:
        raise Refused("report_filed", report=id)
    return report


def _find(asking: Asking, id: str) -> Report:
    found = asking.board.reports.find(id)
    if found is None:
        raise Refused("report_unknown", report=id)
    return found


DECIDE: Mapping[type[Any], Callable[[Asking, Any], tuple[Fact, ...]]] = {
    r.OweReport: owe_report,
    r.FileReport: file_report,
    r.WithdrawReport: withdraw_report,
    r.RestoreReport: restore_report,
}
DUE: Mapping[ClockKind, Callable[[Asking, str], tuple[Fact, ...]]] = {ClockKind.REPORT: report_due}
