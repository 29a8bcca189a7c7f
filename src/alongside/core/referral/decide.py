"""Which function of referral answers which request, and its timer."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.asking import Asking
from alongside.core.codes import ClockKind, PartyKind
from alongside.core.fact import Fact, episode_stream
from alongside.core.party import Party
from alongside.core.referral import answering, sending, taking
from alongside.core.referral import requests as r
from alongside.core.referral.facts import ReferralOverdue

NOBODY = Party(PartyKind.POSITION, "")


def referral_due(asking: Asking, subject: str) -> tuple[Fact, ...]:
    """Nothing happened in time: it rises to the owner and to supervisors, and again."""
    one = asking.board.referrals.reach(subject)
    again = asking.now + asking.rules.referral.again_ms
    named = (subject, one.episode, one.incident, one.owner or NOBODY, one.due_at, again)
    return (ReferralOverdue(episode_stream(one.episode), asking.now, *named),)


DECIDE: Mapping[type[Any], Callable[[Asking, Any], tuple[Fact, ...]]] = {
    r.MakeReferral: sending.make_referral,
    r.AskMore: sending.ask_more,
    r.TakeBackAsk: sending.take_back_ask,
    r.CancelReferral: sending.cancel_referral,
    r.TakeReferral: taking.take_referral,
    r.AgreeToReferral: answering.agree,
    r.DeclineReferral: answering.decline,
    r.WaitlistReferral: answering.waitlist,
    r.ScheduleReferral: answering.schedule,
    r.ConfirmSeen: answering.confirm_seen,
    r.ReportReferralFailed: answering.fail,
}
DUE: Mapping[ClockKind, Callable[[Asking, str], tuple[Fact, ...]]] = {ClockKind.REFERRAL: referral_due}
