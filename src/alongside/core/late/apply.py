"""What it does to the board."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.board import Board
from alongside.core.fact import Fact
from alongside.core.late.facts import LateTakenOn
from alongside.core.late.state import TakenOn


def taken_on(board: Board, fact: LateTakenOn) -> None:
    """The last word stands."""
    board.taken_on[fact.what, fact.about] = TakenOn(fact.staff, fact.at, fact.until)


APPLY: Mapping[type[Fact], Callable[[Board, Any], None]] = {LateTakenOn: taken_on}
