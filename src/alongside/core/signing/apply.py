"""What a signature at the door does to the board. It moves nobody."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.board import Board
from alongside.core.fact import Fact
from alongside.core.signing.facts import HandOverSigned
from alongside.core.signing.state import Signed


def hand_over_signed(board: Board, fact: HandOverSigned) -> None:
    """What was said of it last stands."""
    board.episodes.reach(fact.episode).signed = Signed(fact.how, fact.reason, fact.at, fact.facility, fact.words)


APPLY: Mapping[type[Fact], Callable[[Board, Any], None]] = {HandOverSigned: hand_over_signed}
