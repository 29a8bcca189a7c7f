"""How responsibility is offered, agreed, taken over, returned and ended."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from alongside.core.asking import Asking
from alongside.core.codes import Basis, ClockKind, OfferStatus, PartyKind
from alongside.core.fact import Fact, episode_stream
from alongside.core.life import OFFER, must_follow
from alongside.core.party import Party
from alongside.core.promise import facts as f
from alongside.core.promise import requests as r
from alongside.core.promise.ending import end
from alongside.core.refused import Refused
from alongside.core.state import Episode

# Desks that may write down what another party said by radio or phone; ``sharing.seats`` says when.
RECORDS_FOR_OTHERS = frozenset({"dispatcher", "supervisor", "call_taker", "case_manager", "clinician", "system"})


def speak_by(asking: Asking, party: Party, heard_at: int | None = None) -> int:
    """When silence of this party, heard then (now if not said), becomes an alarm: by its desk's duty first, else by its kind."""
    limits = asking.rules.clocks.silence_ms
    position = asking.board.positions.find(party.id) if party.kind is PartyKind.POSITION else None
    duty = position.duty if position else ""
    since = asking.now if heard_at is None else heard_at
    return since + limits.get(duty, limits.get(party.kind, 900_000))


def must_stand(asking: Asking, party: Party) -> None:
    """Refuse a party that nobody staffs: responsibility may rest only on people on duty."""
    board = asking.board
    if party.kind is PartyKind.POSITION and asking.position(party.id).staff == "":
        raise Refused("position_unstaffed", position=party.id)
    if party.kind is PartyKind.CREW and not asking.unit(party.id).members:
        raise Refused("unit_off_duty", unit=party.id)
    if party.kind is PartyKind.FACILITY and party.id not in asking.rules.facilities:
        raise Refused("facility_unknown", facility=party.id)
    if party.kind is PartyKind.PARTNER and all(partner.id != party.id for partner in asking.rules.program.partners):
        raise Refused("partner_unknown", partner=party.id, known=len(board.positions))


def open_for(
    asking: Asking, episode: str, incident: str, party: Party, minor: bool = False, scheduled_for: int | None = None
) -> f.EpisodeOpened:
    """A person's first fact; what is reserved for later may be silent until then."""
    due = speak_by(asking, party, scheduled_for)
    return f.EpisodeOpened(episode_stream(episode), asking.at, episode, incident, party, due, minor)


def reopen(asking: Asking, episodes: Iterable[Episode], desk: Party) -> tuple[Fact, ...]:
    """Ended episodes go on, with a staffed desk responsible."""
    must_stand(asking, desk)
    due = speak_by(asking, desk)
    named = ((episode_stream(one.id), asking.at, one.id, one.incident) for one in episodes)
    return tuple(f.EpisodeReopened(*whose, desk, Basis.REOPENED, due) for whose in named)


def take(asking: Asking, episode: Episode, party: Party, basis: Basis) -> tuple[Fact, ...]:
    """The fact that moves responsibility; nothing where the party has it already."""
    if episode.responsible is None:
        raise Refused("episode_ended", episode=episode.id, reason=episode.ended or "")
    if episode.responsible == party:
        return ()
    must_stand(asking, party)
    stream = episode_stream(episode.id)
    planned = asking.incident(episode.incident).scheduled_for if party.kind is PartyKind.POSITION else None
    due = speak_by(asking, party, planned)
    return (f.ResponsibilityTaken(stream, asking.at, episode.id, episode.incident, episode.responsible, party, basis, due),)


def sign(asking: Asking, episode: Episode) -> tuple[Fact, ...]:
    """The responsible party was heard from; an old sign that arrives late is as old as it is."""
    if episode.responsible is None:
        return ()
    # Only a desk may be silent until a planned time: a crew, a place or a crisis line has the person now.
    planned = asking.incident(episode.incident).scheduled_for if episode.responsible.kind is PartyKind.POSITION else None
    due = speak_by(asking, episode.responsible, max(asking.at, episode.last_sign_at, planned or 0))
    return (f.SignGiven(episode_stream(episode.id), asking.at, episode.id, episode.incident, episode.responsible, due),)


def offer_transfer(asking: Asking, request: r.OfferTransfer) -> tuple[Fact, ...]:
    """Offer, after what a crisis line needs first is known (practice.md: location and call-back number)."""
    episode = asking.open_episode(request.episode)
    must_follow(OFFER, episode.offer.status, OfferStatus.OFFERED, "transfer")
    if request.to == episode.responsible:
        raise Refused("transfer_to_self", party=request.to.id)
    must_stand(asking, request.to)
    _must_know_for_partner(asking, episode, request.to)
    due = asking.now + asking.rules.clocks.offer_ms
    return (f.TransferOffered(episode_stream(episode.id), asking.at, episode.id, episode.incident, request.to, due),)


def _must_know_for_partner(asking: Asking, episode: Episode, to: Party) -> None:
    incident = asking.incident(episode.incident)
    for partner in asking.rules.program.partners:
        if to.kind is not PartyKind.PARTNER or partner.id != to.id:
            continue
        if partner.needs_call_back and not incident.callback_known:
            raise Refused("transfer_needs_call_back", partner=partner.id)
        if partner.needs_location and incident.spot is None and not any(word.field == "place" for word in incident.words):
            raise Refused("transfer_needs_location", partner=partner.id)


def offered_to(asking: Asking, episode_id: str, then: OfferStatus) -> tuple[Episode, Party]:
    """The person and whom they are offered to, where the offer may become that; else refused."""
    episode = asking.open_episode(episode_id)
    must_follow(OFFER, episode.offer.status, then, "transfer")
    if episode.offer.to is None:
        raise Refused("transfer_not_offered", episode=episode_id)
    return episode, episode.offer.to


def decline_transfer(asking: Asking, request: r.DeclineTransfer) -> tuple[Fact, ...]:
    """The offer is closed; the offering side stays responsible."""
    episode, to = offered_to(asking, request.episode, OfferStatus.NONE)
    return (f.TransferDeclined(episode_stream(episode.id), asking.at, episode.id, episode.incident, to, request.reason),)


def withdraw_transfer(asking: Asking, request: r.WithdrawTransfer) -> tuple[Fact, ...]:
    """Take back an offer nobody has taken over."""
    episode, to = offered_to(asking, request.episode, OfferStatus.NONE)
    return (f.TransferWithdrawn(episode_stream(episode.id), asking.at, episode.id, episode.incident, to),)


def return_transfer(asking: Asking, request: r.ReturnTransfer) -> tuple[Fact, ...]:
    """The person came back: the party that had the person before takes over again, and no other."""
    episode = asking.open_episode(request.episode)
    if episode.responsible == request.to and episode.offer.to is not None:
        return (f.TransferDeclined(episode_stream(episode.id), asking.at, episode.id, episode.incident, episode.offer.to, request.reason),)
    if request.to not in (episode.handed_by, episode.responsible):
        raise Refused("not_handed_by", party=request.to.id)
    return take(asking, episode, request.to, Basis.RETURNED)


def drop_transfer(asking: Asking, request: r.DropTransfer) -> tuple[Fact, ...]:
    """The line was lost: the offering side calls back."""
    episode, to = offered_to(asking, request.episode, OfferStatus.DROPPED)
    due = asking.now + asking.rules.clocks.call_back_ms
    return (f.TransferDropped(episode_stream(episode.id), asking.at, episode.id, episode.incident, to, due),)


def call_back(asking: Asking, request: r.CallBack) -> tuple[Fact, ...]:
    """Record the call back after a lost line."""
    episode, _ = offered_to(asking, request.episode, OfferStatus.OFFERED)
    clocks = asking.rules.clocks
    due = asking.now + (clocks.offer_ms if request.reached else clocks.call_back_ms)
    return (f.CalledBack(episode_stream(episode.id), asking.at, episode.id, episode.incident, request.reached, due),)


def give_sign(asking: Asking, request: r.GiveSign) -> tuple[Fact, ...]:
    """A welfare check answered."""
    return sign(asking, asking.open_episode(request.episode))


def end_episode(asking: Asking, request: r.EndEpisode) -> tuple[Fact, ...]:
    """End an episode by the life table."""
    return end(asking, asking.open_episode(request.episode), request.reason, request.signed_by, request.agency)


def silence_due(asking: Asking, subject: str) -> tuple[Fact, ...]:
    """The alarm, repeated until a sign is given."""
    episode = asking.open_episode(subject)
    assert episode.responsible is not None
    again = asking.now + asking.rules.clocks.silence_again_ms
    stream = episode_stream(subject)
    return (f.ResponsibleSilent(stream, asking.now, subject, episode.incident, episode.responsible, episode.last_sign_at, again),)


def offer_due(asking: Asking, subject: str) -> tuple[Fact, ...]:
    """Nobody answered an offer."""
    episode = asking.open_episode(subject)
    if episode.offer.to is None:
        raise Refused("clock_not_due", clock=ClockKind.OFFER.value, subject=subject)
    return (f.TransferUnanswered(episode_stream(subject), asking.now, subject, episode.incident, episode.offer.to),)


DECIDE: Mapping[type[Any], Callable[[Asking, Any], tuple[Fact, ...]]] = {
    r.OfferTransfer: offer_transfer,
    r.DeclineTransfer: decline_transfer,
    r.WithdrawTransfer: withdraw_transfer,
    r.ReturnTransfer: return_transfer,
    r.DropTransfer: drop_transfer,
    r.CallBack: call_back,
    r.GiveSign: give_sign,
    r.EndEpisode: end_episode,
}
DUE: Mapping[ClockKind, Callable[[Asking, str], tuple[Fact, ...]]] = {ClockKind.SILENCE: silence_due, ClockKind.OFFER: offer_due}
