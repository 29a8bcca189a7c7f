"""A referral moves to another desk only because that desk takes it on."""

from alongside.core.asking import Asking
from alongside.core.codes import PartyKind
from alongside.core.fact import Fact, episode_stream
from alongside.core.party import Party
from alongside.core.promise.decide import must_stand
from alongside.core.referral import facts as f
from alongside.core.referral import requests as r
from alongside.core.referral.finding import find_referral
from alongside.core.refused import Refused


def take_referral(asking: Asking, request: r.TakeReferral) -> tuple[Fact, ...]:
    """It moves only to a desk that takes it on itself, and somebody must sit there."""
    referral, desk = find_referral(asking, request.referral), Party(PartyKind.POSITION, request.position)
    must_stand(asking, desk)
    if asking.position(desk.id).duty != "follow_up":
        raise Refused("referral_desk", position=desk.id)
    if referral.owner == desk:
        raise Refused("referral_own_already")
    return (f.ReferralTaken(episode_stream(referral.episode), asking.at, referral.id, referral.episode, referral.incident, desk),)
