"""A statement of disagreement goes wherever its entry goes (45 CFR 164.526(d)(5)): to whoever is shown the one, the other."""

from alongside.core.board import Board
from alongside.core.party import Actor
from alongside.core.person.state import Item
from alongside.core.sharing.terms import LAW_ENFORCEMENT


def entries_disagreed(board: Board) -> dict[str, Item]:
    """The entry of each statement, by the statement's vault id."""
    told = [(word.vault_id, one.item) for one in board.amendments for word in one.disagreement]
    return {said: entry for said, id in told if (entry := board.items.find(id))}


def may_hear(actor: Actor) -> bool:
    """Officers see that the person disagrees with an entry of the slice, not what they say: that is a clinical note."""
    return actor.role not in LAW_ENFORCEMENT
