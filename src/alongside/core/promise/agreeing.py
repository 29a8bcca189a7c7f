"""The receiver agrees, which moves nothing, and takes over, which moves responsibility."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.asking import Asking
from alongside.core.codes import AssignmentStatus, Basis, OfferStatus, PartyKind
from alongside.core.fact import Fact, episode_stream
from alongside.core.party import Party
from alongside.core.promise import facts as f
from alongside.core.promise import requests as r
from alongside.core.promise.by_phone import is_by_voice, must_name_who
from alongside.core.promise.decide import offered_to, take
from alongside.core.refused import Refused
from alongside.core.state import Episode

BESIDE = frozenset({AssignmentStatus.ON_SCENE, AssignmentStatus.WITH_PERSON, AssignmentStatus.TRANSPORTING, AssignmentStatus.AT_PLACE})


def accept_transfer(asking: Asking, request: r.AcceptTransfer) -> tuple[Fact, ...]:
    """Agreeing moves nothing; by phone it counts once read back."""
    episode, to = offered_to(asking, request.episode, OfferStatus.ACCEPTED)
    by_phone = is_by_voice(asking, to, request.by_phone)
    must_name_who(request.words, episode.offer.said, by_phone, request.read_back)
    named = (episode_stream(episode.id), asking.at, episode.id, episode.incident, to)
    return (f.TransferAccepted(*named, by_phone, request.read_back, request.words),)


def take_over(asking: Asking, request: r.TakeOver) -> tuple[Fact, ...]:
    """Responsibility moves: offered and accepted, and the receiver says it has the person."""
    episode = asking.open_episode(request.episode)
    if episode.offer.status is not OfferStatus.ACCEPTED or episode.offer.to is None:
        raise Refused("transfer_not_accepted", episode=episode.id)
    if episode.offer.by_phone and not episode.offer.read_back:
        raise Refused("transfer_unconfirmed", episode=episode.id)
    _must_be_there(asking, episode, episode.offer.to)
    return take(asking, episode, episode.offer.to, Basis.WARM_TRANSFER)


def _must_be_there(asking: Asking, episode: Episode, party: Party) -> None:
    """A crew takes over only where it is assigned: else nobody would know what it does with the person."""
    if party.kind is not PartyKind.CREW:
        return
    sent = (asking.assignment(id) for id in asking.unit(party.id).assignments)
    there = [one.status for one in sent if one.incident == episode.incident]
    is_handed_by_crew = episode.responsible is not None and episode.responsible.kind is PartyKind.CREW
    if not there or (is_handed_by_crew and not BESIDE & set(there)):  # from crew to crew at the scene, face to face
        raise Refused("crew_not_there", unit=asking.unit(party.id).call_sign, number=asking.incident(episode.incident).number)


DECIDE: Mapping[type[Any], Callable[[Asking, Any], tuple[Fact, ...]]] = {r.AcceptTransfer: accept_transfer, r.TakeOver: take_over}
