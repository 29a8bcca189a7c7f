"""Late requests that no longer fit are kept beside the record with a reason, never dropped (architecture.md: every request is kept)."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.board import Board
from alongside.core.fact import Fact, fact


@fact
class RequestQuarantined(Fact):
    """A device's late request did not fit any more; a person looks at it. ``refused`` is the code it would have been refused with."""

    request: str
    asked: str  # the request's kind
    device: str
    sequence: int
    refused: str


def quarantined(board: Board, fact: RequestQuarantined) -> None:
    """The request itself is kept in the ledger; the board needs nothing of it."""


APPLY: Mapping[type[Fact], Callable[[Board, Any], None]] = {RequestQuarantined: quarantined}
