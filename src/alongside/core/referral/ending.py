"""How a referral, or one asking, ends without the person seen."""

from alongside.core.asking import Asking
from alongside.core.fact import Fact, episode_stream
from alongside.core.referral import facts as f
from alongside.core.referral.state import Ask, Referral


def cancelled(asking: Asking, referral: Referral, reason: str) -> tuple[Fact, ...]:
    """The facts that end it without the person seen."""
    asks = (asking.board.asks.reach(id) for id in referral.asks)
    over = f.ReferralCancelled(episode_stream(referral.episode), asking.at, referral.id, referral.episode, referral.incident, reason)
    return (*(withdrawn(asking, one, "cancelled") for one in asks if one.is_open), over)


def withdrawn(asking: Asking, ask: Ask, reason: str, due_at: int | None = None) -> Fact:
    """One organization need not answer any more."""
    named = (ask.referral, ask.id, ask.episode, ask.incident, ask.partner, reason, due_at)
    return f.ReferralAskWithdrawn(episode_stream(ask.episode), asking.at, *named)
