"""The kind of crew a need still lacks: declared when another was sent, until such a crew comes, or nobody is on it any more."""

from alongside.core.board import Board
from alongside.core.life import ASSIGNMENT_ENDS
from alongside.core.state import Incident


def still_unmet(board: Board, incident: Incident) -> tuple[str, ...]:
    """Better kinds than those that were sent. A need whose crew was called off waits again, and lacks what the next choice will say."""
    sent = (board.assignments.reach(id) for id in incident.assignments)
    there = {board.units.reach(one.unit).acts_as for one in sent if one.status not in ASSIGNMENT_ENDS}
    return () if not there or there & set(incident.unmet) else incident.unmet
