"""Ways to a record beside working with the person: an emergency and its oversight, one's own right, the office that answers for it."""

from typing import NamedTuple

from alongside.core.board import Board
from alongside.core.party import Actor
from alongside.core.sharing.glass import over_glass, through_glass
from alongside.core.sharing.matching import matching_ties
from alongside.core.sharing.referred import referral_ties
from alongside.core.sharing.rights import office_ties, own_ties
from alongside.core.threat.ties import threat_ties


class Beside(NamedTuple):
    """The ties these give now, and whether the facts a medical emergency needs were written down (42 CFR 2.51)."""

    ties: frozenset[str]
    is_emergency: bool


def ways_beside(board: Board, actor: Actor, owner_id: str, vault_id: str, now: int) -> Beside:
    """All of them, for one piece of words of this owner."""
    opened, oversight = through_glass(board, actor, owner_id, now), over_glass(board, actor, owner_id, vault_id)
    ties = opened.ties | oversight.ties | own_ties(board, actor, owner_id) | office_ties(board, actor, owner_id, vault_id)
    ties |= referral_ties(board, actor, owner_id) | matching_ties(board, actor, owner_id) | threat_ties(board, actor, owner_id, vault_id)
    return Beside(ties, opened.is_emergency or oversight.is_emergency)
