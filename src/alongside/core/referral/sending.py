"""Sending somebody on: only to whom they agreed, each asked without learning who; taken back, cancelled, taken on by another desk."""

from alongside.core.asking import Asking
from alongside.core.codes import REFERRAL_CANCELLED, PartyKind
from alongside.core.fact import Fact, episode_stream
from alongside.core.party import Party
from alongside.core.referral import facts as f
from alongside.core.referral import requests as r
from alongside.core.referral.consenting import must_consent
from alongside.core.referral.ending import cancelled, withdrawn
from alongside.core.referral.finding import answer_due, awaited_at, find_ask, find_referral, other_way_due, others_open
from alongside.core.referral.state import Ask, Referral
from alongside.core.refused import Refused
from alongside.core.state import Episode


def make_referral(asking: Asking, request: r.MakeReferral) -> tuple[Fact, ...]:
    """Owned from the first moment: by the asker's own desk where it follows up, else by the program's follow-up desk."""
    episode = asking.open_episode(request.episode)
    if request.referral in asking.board.referrals:
        raise Refused("referral_exists")
    _must_be_asked_rightly(asking, episode, request.partners, request.services)
    due = answer_due(asking, request.urgent)
    named = (request.referral, episode.id, episode.incident)
    owner, stream = _owner(asking), episode_stream(episode.id)
    made = f.ReferralMade(stream, asking.at, *named, request.need, request.urgent, owner, asking.by.staff, due, request.words)
    return (made, *_asked(asking, named, zip(request.partners, request.services, strict=True), 0, due))


def ask_more(asking: Asking, request: r.AskMore) -> tuple[Fact, ...]:
    """Nobody is asked while one has agreed; nobody twice while the first asking is open."""
    referral = find_referral(asking, request.referral)
    if referral.agreed:
        raise Refused("referral_agreed")
    _must_be_asked_rightly(asking, asking.open_episode(referral.episode), request.partners, request.services)
    open_ones = [one for id in referral.asks if (one := asking.board.asks.reach(id)).is_open]
    asked = {one.partner for one in open_ones}
    if again := sorted(asked & set(request.partners)):
        raise Refused("referral_asked_already", partner=again[0])
    named = (referral.id, referral.episode, referral.incident)
    pairs = zip(request.partners, request.services, strict=True)
    ahead = (at for one in open_ones if (at := awaited_at(asking, one)) > asking.now)
    due = min([answer_due(asking, referral.urgent), *ahead])
    return tuple(_asked(asking, named, pairs, len(referral.asks), due))


def take_back_ask(asking: Asking, request: r.TakeBackAsk) -> tuple[Fact, ...]:
    """The owner's own; where nobody is asked any more another way must be found."""
    ask = find_ask(asking, request.ask)
    due = None if others_open(asking, ask) else other_way_due(asking, _of(asking, ask).urgent)
    return (withdrawn(asking, ask, "taken_back", due),)


def cancel_referral(asking: Asking, request: r.CancelReferral) -> tuple[Fact, ...]:
    """With a reason; everybody still asked is told."""
    referral = find_referral(asking, request.referral)
    if request.reason not in REFERRAL_CANCELLED:
        raise Refused("not_in_list", what="reason", allowed=", ".join(sorted(REFERRAL_CANCELLED)))
    return cancelled(asking, referral, request.reason)


def _must_be_asked_rightly(asking: Asking, episode: Episode, partners: tuple[str, ...], services: tuple[str, ...]) -> None:
    if not partners or len(partners) != len(services) or len(set(partners)) < len(partners):
        raise Refused("referral_to_nobody")
    for partner in partners:
        must_consent(asking, episode, partner)


def _asked(asking: Asking, named: tuple[str, str, str], pairs: "zip[tuple[str, str]]", before: int, due: int) -> list[Fact]:
    referral, episode, incident = named
    stream = episode_stream(episode)
    numbered = enumerate(pairs, before + 1)
    return [f.ReferralAsked(stream, asking.at, referral, f"{referral}.{n}", episode, incident, *pair, due) for n, pair in numbered]


def _owner(asking: Asking) -> Party:
    own = asking.board.positions.find(asking.by.seat)
    if own is not None and own.duty == "follow_up":
        return Party(PartyKind.POSITION, own.id)
    desk = next((one for one in asking.rules.program.desks if one.duty == "follow_up"), None)
    if desk is None:
        raise Refused("referral_no_desk")
    return Party(PartyKind.POSITION, desk.id)


def _of(asking: Asking, ask: Ask) -> Referral:
    return asking.board.referrals.reach(ask.referral)
