"""What ties an organization to somebody who was sent to it: only once it agreed, and only until they were seen or it is out of it."""

from alongside.core.board import Board
from alongside.core.party import Actor
from alongside.core.person.state import Person
from alongside.core.referral.state import Referral
from alongside.core.state import Episode

NONE = frozenset[str]()


def referral_ties(board: Board, actor: Actor, owner_id: str) -> frozenset[str]:
    """Offers are de-identified until one agrees (practice.md)."""
    if actor.role != "referral_partner" or not actor.agency:
        return NONE
    person: Person | None = board.people.find(owner_id)
    episodes = [board.episodes.find(id) for id in (person.episodes if person else (owner_id,))]
    asks = (board.asks.find(ask) for one in episodes if one for referral in _open(board, one) for ask in referral.asks)
    return frozenset({"referral"}) if any(ask and ask.partner == actor.agency and ask.knows_person for ask in asks) else NONE


def owners_of(board: Board, episode: Episode) -> set[str]:
    """The desks that see to open referrals of this person."""
    return {one.owner.id for one in _open(board, episode) if one.owner}


def _open(board: Board, episode: Episode) -> list[Referral]:
    return [one for id in episode.referrals if (one := board.referrals.find(id)) and one.is_open]
