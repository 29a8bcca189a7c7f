"""Who sees to a referral, and who answers for an organization that was asked."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.asking import Asking

EVERYWHERE = frozenset({"supervisor", "system"})


def sees_to_referral(asking: Asking, request: Any) -> bool:
    """Whoever made it, every follow-up desk, a supervisor."""
    ask, by = asking.board.asks.find(getattr(request, "ask", "")), asking.by
    found = asking.board.referrals.find(ask.referral if ask else getattr(request, "referral", ""))
    desk = asking.board.positions.find(by.seat)
    follows_up = desk is not None and desk.duty == "follow_up"
    return found is None or by.staff == found.made_by or by.role in EVERYWHERE or follows_up


def answers_referral(asking: Asking, request: Any) -> bool:
    """The organization that was asked; or who sees to it, writing down what it said by phone."""
    ask = asking.board.asks.find(request.ask)
    if asking.by.role == "referral_partner":
        return ask is not None and ask.partner == asking.by.agency and not request.by_phone
    return bool(request.by_phone) and sees_to_referral(asking, request)


def takes_referral(asking: Asking, request: Any) -> bool:
    """The desk that takes it on is the asker's own; a supervisor may write down that it did."""
    return sees_to_referral(asking, request) and (request.position == asking.by.seat or asking.by.role in EVERYWHERE)


SENDS = ("AskMore", "TakeBackAsk", "CancelReferral")
ANSWERS = ("AgreeToReferral", "DeclineReferral", "WaitlistReferral", "ScheduleReferral", "ConfirmSeen", "ReportReferralFailed")
OF_REFERRALS: Mapping[str, Callable[[Asking, Any], bool]] = {
    **dict.fromkeys(SENDS, sees_to_referral),
    **dict.fromkeys(ANSWERS, answers_referral),
    "TakeReferral": takes_referral,
}
