"""Which function of threat management answers which request, and which timer."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.asking import Asking
from alongside.core.codes import ClockKind
from alongside.core.fact import Fact
from alongside.core.threat import assessing, flagging, opening, tasks, team
from alongside.core.threat import requests as r

DECIDE: Mapping[type[Any], Callable[[Asking, Any], tuple[Fact, ...]]] = {
    r.OpenThreat: opening.open_threat,
    r.AddThreatMember: team.add_member,
    r.RemoveThreatMember: team.remove_member,
    r.NameThreatStakeholder: team.name_stakeholder,
    r.RemoveThreatStakeholder: team.remove_stakeholder,
    r.AssessThreat: assessing.assess,
    r.WriteThreatPlan: assessing.write_plan,
    r.SetThreatTask: tasks.set_task,
    r.DoThreatTask: tasks.do_task,
    r.EndThreatTask: tasks.end_task,
    r.ReviewThreat: assessing.review,
    r.OfferThreatLead: team.offer_lead,
    r.AcceptThreatLead: team.accept_lead,
    r.DeclineThreatLead: team.decline_lead,
    r.WithdrawThreatLead: team.withdraw_lead,
    r.TellThreatTeam: assessing.tell_of,
    r.RaiseThreatFlag: flagging.raise_flag,
    r.LowerThreatFlag: flagging.lower_flag,
    r.CloseThreat: opening.close_threat,
    r.ReopenThreat: opening.reopen_threat,
}
DUE: Mapping[ClockKind, Callable[[Asking, str], tuple[Fact, ...]]] = {
    ClockKind.THREAT_REVIEW: assessing.review_due,
    ClockKind.THREAT_TASK: tasks.task_due,
    ClockKind.THREAT_OFFER: team.offer_due,
}
