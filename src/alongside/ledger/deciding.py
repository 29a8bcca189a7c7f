"""Put one request to the core."""

from alongside.core.board import Board
from alongside.core.decide import answer
from alongside.core.fact import Fact
from alongside.core.refused import Refused
from alongside.ledger.guidance import Guidance
from alongside.ledger.told import Told


class Undecided(Exception):
    """The core failed on this request instead of answering it; the board is as it was and nothing was kept."""


def put_to_core(board: Board, told: Told, guidance: Guidance) -> tuple[tuple[Fact, ...], Refused | None]:
    """The facts that follow, or why not. Raises :class:`Undecided` where the core itself is at fault."""
    try:
        return answer(board, told.request, guidance.rules, guidance.travel, told.at), None
    except Refused as refusal:
        return (), refusal
    except Exception as fault:
        raise Undecided(f"{told.request.kind} could not be decided: {type(fault).__name__}") from fault
