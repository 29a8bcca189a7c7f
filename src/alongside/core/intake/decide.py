"""Which function of intake answers which request."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.asking import Asking
from alongside.core.codes import ClockKind
from alongside.core.fact import Fact
from alongside.core.intake import ending, later, level, linking, place, queue, taking, weapon
from alongside.core.intake import requests as r
from alongside.core.intake.worse import brings_back

DECIDE: Mapping[type[Any], Callable[[Asking, Any], tuple[Fact, ...]]] = {
    r.TakeCall: taking.take_call,
    r.AddDetails: taking.add_details,
    r.AddPerson: taking.add_person,
    r.FindPlace: place.find_place,
    r.AnswerProtocol: brings_back(level.answer_protocol),
    r.SetLevel: brings_back(level.set_level),
    r.ConcurLowering: level.concur_lowering,
    r.ReportWeapon: brings_back(taking.report_weapon),
    r.ReportRedFlag: brings_back(taking.report_red_flag),
    r.RuleOutRedFlags: taking.rule_out_red_flags,
    r.CancelIncident: ending.cancel_incident,
    r.CloseIncident: ending.close_incident,
    r.KeepForLater: later.keep_for_later,
    r.ReopenIncident: ending.reopen_incident,
    r.LinkIncidents: linking.link_incidents,
    r.UnlinkIncidents: linking.unlink_incidents,
}
DUE: Mapping[ClockKind, Callable[[Asking, str], tuple[Fact, ...]]] = {
    ClockKind.SCHEDULE: later.schedule_due,
    ClockKind.UNASSIGNED: queue.waiting_due,
    ClockKind.WEAPON: weapon.question_due,
}
