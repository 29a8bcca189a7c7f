"""A mandated report is a task with an owner and a time: owed by whoever learnt of it, open until filed, raised when late."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.asking import Asking
from alongside.core.codes import REPORT_ABOUT, ClockKind
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
    """Filed once, by anybody of the team who made it."""
    report = _find(asking, request.report)
    if report.filed_at is not None:
        raise Refused("report_filed", report=report.id)
    return (f.ReportFiled(episode_stream(report.episode), asking.at, report.id, report.episode, report.incident, asking.by.staff),)


def report_due(asking: Asking, subject: str) -> tuple[Fact, ...]:
    """Late, and said again every hour."""
    report = _find(asking, subject)
    named = (report.id, report.episode, report.incident, report.owed_by, asking.now + AGAIN_MS)
    return (f.ReportOverdue(episode_stream(report.episode), asking.now, *named),)


def _find(asking: Asking, id: str) -> Report:
    found = asking.board.reports.find(id)
    if found is None:
        raise Refused("report_unknown", report=id)
    return found


DECIDE: Mapping[type[Any], Callable[[Asking, Any], tuple[Fact, ...]]] = {r.OweReport: owe_report, r.FileReport: file_report}
DUE: Mapping[ClockKind, Callable[[Asking, str], tuple[Fact, ...]]] = {ClockKind.REPORT: report_due}
