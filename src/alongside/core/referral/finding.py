"""Referrals and asks by id, and by when something must happen next."""

from alongside.core.asking import Asking
from alongside.core.party import Actor
from alongside.core.referral.state import Ask, Referral
from alongside.core.refused import Refused
from alongside.core.state import Episode

LATEST_MS = 400 * 86_400_000  # nobody is sent on to a day further away: a clock set there would never be heard of again


def must_be_ahead(asking: Asking, at: int) -> None:
    """A time that has not passed, and that somebody will live to see."""
    if at <= asking.now:
        raise Refused("referral_time_past")
    if at > asking.now + LATEST_MS:
        raise Refused("referral_time_far")


def find_referral(asking: Asking, id: str) -> Referral:
    """An open referral, or ``Refused("referral_over")``; unknown and over are the same answer."""
    found = asking.board.referrals.find(id)
    if found is None or not found.is_open:
        raise Refused("referral_over")
    return found


def find_ask(asking: Asking, id: str) -> Ask:
    """What one organization was asked, or ``Refused("referral_over")``."""
    found = asking.board.asks.find(id)
    if found is None or not found.is_open:
        raise Refused("referral_over")
    find_referral(asking, found.referral)
    return found


def list_open_referrals(asking: Asking, episode: Episode) -> list[Referral]:
    """Those of this person that are not over."""
    return [one for id in episode.referrals if (one := asking.board.referrals.find(id)) and one.is_open]


def others_open(asking: Asking, ask: Ask) -> list[Ask]:
    """Who else is still asked for the same referral."""
    referral = asking.board.referrals.reach(ask.referral)
    return [one for id in referral.asks if (one := asking.board.asks.reach(id)).is_open and one.id != ask.id]


def is_partner(by: Actor, ask: Ask) -> bool:
    """Whether the asker answers for the organization itself."""
    return by.role == "referral_partner" and by.agency == ask.partner


def awaited_at(asking: Asking, ask: Ask) -> int:
    """By when something is expected of this organization alone: its answer, or that it is asked about its line again."""
    urgent = asking.board.referrals.reach(ask.referral).urgent
    return ask.at + _answer_ms(asking, urgent) if ask.again_at is None else ask.again_at


def answer_due(asking: Asking, urgent: bool) -> int:
    """By when who is asked must have answered."""
    return asking.at + _answer_ms(asking, urgent)


def _answer_ms(asking: Asking, urgent: bool) -> int:
    return asking.rules.referral.answer_urgent_ms if urgent else asking.rules.referral.answer_ms


def date_due(asking: Asking, urgent: bool) -> int:
    """By when who agreed must have named a time."""
    limits = asking.rules.referral
    return asking.at + (limits.date_urgent_ms if urgent else limits.date_ms)


def other_way_due(asking: Asking, urgent: bool) -> int:
    """By when the owner must have found another way, once nobody is asked any more."""
    limits = asking.rules.referral
    return asking.at + (limits.other_way_urgent_ms if urgent else limits.other_way_ms)
