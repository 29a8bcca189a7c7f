"""Which function of dispatch answers which request."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.asking import Asking
from alongside.core.codes import ClockKind
from alongside.core.dispatch import assign, duty, self_stage, status, talk
from alongside.core.dispatch import requests as r
from alongside.core.fact import Fact

DECIDE: Mapping[type[Any], Callable[[Asking, Any], tuple[Fact, ...]]] = {
    r.TakePosition: duty.take_position,
    r.RelievePosition: duty.relieve_position,
    r.LeavePosition: duty.leave_position,
    r.SignOn: duty.sign_on,
    r.ChangeCrew: duty.change_crew,
    r.SignOff: duty.sign_off,
    r.GoOutOfService: duty.go_out_of_service,
    r.ReturnToService: duty.return_to_service,
    r.AssignUnit: assign.assign_unit,
    r.SelfStage: self_stage.self_stage,
    r.ExplainChoice: assign.explain_choice,
    r.CancelAssignment: assign.cancel_assignment,
    r.WithdrawAssignment: assign.withdraw_assignment,
    r.ChoosePrimary: assign.choose_primary,
    r.ReportStatus: status.report_status,
    r.SendMessage: talk.send_message,
    r.ReadMessage: talk.read_message,
    r.RecordHazard: talk.record_hazard,
    r.WithdrawHazard: talk.withdraw_hazard,
}
DUE: Mapping[ClockKind, Callable[[Asking, str], tuple[Fact, ...]]] = {ClockKind.PAGE: assign.page_due}
