"""What ties a comparison to the records it compares, and the officer who must judge to the two records a suggestion names."""

from alongside.core.board import Board
from alongside.core.party import Actor

NOBODY = frozenset[str]()
MATCHING = frozenset({"matching"})


def matching_ties(board: Board, actor: Actor, owner_id: str) -> frozenset[str]:
    """``seat`` names which: the comparison, while it runs; for the privacy officer a suggestion that was not said to be two people."""
    if actor.role == "system":
        running = board.comparisons.find(actor.seat)
        return MATCHING if running is not None and running.is_open and owner_id in board.people else NOBODY
    if actor.role != "privacy_officer":
        return NOBODY
    found = board.suggestions.find(actor.seat)
    return MATCHING if found is not None and found.state != "apart" and owner_id in (found.person, found.other) else NOBODY
