"""Premise hazards that stand at a place now."""

from alongside.core.board import Board
from alongside.core.geography.distance import metres_between
from alongside.core.state import Hazard
from alongside.core.travel import Spot

HAZARD_WITHIN_M = 40


def hazards_at(board: Board, spot: Spot | None, now: int) -> list[Hazard]:
    """Those on record within 40 m that nobody withdrew and whose review date (ms UTC) has not passed, oldest first."""
    if spot is None:
        return []
    standing = (one for one in board.hazards if one.spot is not None and not one.withdrawn and one.review_at > now)
    return [one for one in standing if one.spot is not None and metres_between(one.spot, spot) <= HAZARD_WITHIN_M]
