"""What a service without an account answers by link and PIN: the same decisions as by account."""

from typing import Any

from alongside.core.asking import Asking
from alongside.core.fact import Fact
from alongside.core.invitation.as_receiver import must_be_able
from alongside.core.invitation.requests import AnswerByInvitation
from alongside.core.invitation.state import Invitation
from alongside.core.person.prohibited import stopped
from alongside.core.referral import requests as r
from alongside.core.referral.decide import DECIDE
from alongside.core.referral.finding import find_ask
from alongside.core.request import Request

ANSWERS = frozenset({"agree", "decline", "waitlist", "schedule", "seen", "failed"})


def asked_of(asking: Asking, id: str) -> tuple[str, str, str, str]:
    """(party, episode, incident, owner of words) of a service that was asked and from which something is still expected."""
    one = find_ask(asking, id)
    return (one.partner, one.episode, one.incident, one.episode)


def answer_referral(asking: Asking, one: Invitation, request: AnswerByInvitation) -> tuple[Fact, ...]:
    """As the organization's own account would."""
    asked = _asked(one, request)
    must_be_able(asking, asked)
    return stopped(DECIDE[type(asked)], asked)(asking, asked)


def _asked(one: Invitation, request: AnswerByInvitation) -> Request:
    told: dict[str, Any] = {"id": request.id, "by": request.by, "ask": one.about, "words": request.words}
    if request.answer == "waitlist":
        return r.WaitlistReferral(**told, next_at=request.when)
    if request.answer == "schedule":
        return r.ScheduleReferral(**told, scheduled_for=request.when or 0)
    if request.answer in ("decline", "failed"):
        kind = r.DeclineReferral if request.answer == "decline" else r.ReportReferralFailed
        return kind(**told, reason=request.reason)
    return r.AgreeToReferral(**told) if request.answer == "agree" else r.ConfirmSeen(**told)
