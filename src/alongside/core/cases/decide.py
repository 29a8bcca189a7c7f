"""Which function of cases answers which request, and which timer."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.asking import Asking
from alongside.core.cases import closing, opening, passing, tasks, working
from alongside.core.cases import requests as r
from alongside.core.codes import ClockKind
from alongside.core.fact import Fact

DECIDE: Mapping[type[Any], Callable[[Asking, Any], tuple[Fact, ...]]] = {
    r.OpenCase: opening.open_case,
    r.OfferCases: passing.offer_cases,
    r.AcceptCases: passing.accept_cases,
    r.DeclineCases: passing.decline_cases,
    r.WithdrawCaseOffers: passing.withdraw_offers,
    r.StandInForCases: passing.stand_in,
    r.RecordCaseContact: working.record_contact,
    r.SetCaseTask: tasks.set_task,
    r.DoCaseTask: tasks.do_task,
    r.EndCaseTask: tasks.end_task,
    r.SetCaseGoal: working.set_goal,
    r.WriteCasePlan: working.write_plan,
    r.StepCase: working.step,
    r.ReferCase: working.refer,
    r.CloseCase: closing.close_case,
    r.ReopenCase: closing.reopen_case,
}
DUE: Mapping[ClockKind, Callable[[Asking, str], tuple[Fact, ...]]] = {
    ClockKind.CASE_OFFER: passing.offer_due,
    ClockKind.CASE_CONTACT: working.contact_due,
    ClockKind.CASE_TASK: tasks.task_due,
}
