"""Late requests that no longer fit are kept beside the record with a reason, never dropped (architecture.md: every request is kept)."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.about import find_incident
from alongside.core.board import Board
from alongside.core.fact import Fact, area_stream, fact
from alongside.core.refused import Refused
from alongside.core.request import Request


@fact
class RequestQuarantined(Fact):
    """A device's late request did not fit any more; a person looks at it. ``refused`` is the code it would have been refused with."""

    request: str
    asked: str  # the request's kind
    device: str
    sequence: int
    refused: str


def keep(board: Board, request: Request, refused: Refused, area: str, now: int) -> tuple[Fact, ...]:
    """The late request as a fact of the area it speaks of; ``area`` where it speaks of none that is known."""
    about = find_incident(board, request)
    kept = (request.id, request.kind, request.device, request.sequence, refused.code)
    return (RequestQuarantined(area_stream(about.area if about else area), request.at(now), *kept),)


def quarantined(board: Board, fact: RequestQuarantined) -> None:
    """The request itself is kept in the ledger; the board needs nothing of it."""


APPLY: Mapping[type[Fact], Callable[[Board, Any], None]] = {RequestQuarantined: quarantined}
