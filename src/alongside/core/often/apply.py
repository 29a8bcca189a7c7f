"""What a review does to the board."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.board import Board
from alongside.core.fact import Fact
from alongside.core.often import facts as f


def reviewed(board: Board, fact: f.OftenReviewed) -> None:
    """The latest stands."""
    one = board.often.reach(f"{fact.whom}/{fact.key}")
    one.decision, one.at, one.look_again_at = fact.decision, fact.at, fact.look_again_at
    one.author, one.counted = fact.author, fact.counted


APPLY: Mapping[type[Fact], Callable[[Board, Any], None]] = {f.OftenReviewed: reviewed}
