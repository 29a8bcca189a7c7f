"""A request as the ledger hears it: encoded once, and known again when it is sent again."""

from collections.abc import Sequence
from typing import NamedTuple

from alongside.core.request import Request
from alongside.ledger.body import encode
from alongside.ledger.enclosure import Enclosure, body_hash


class Told(NamedTuple):
    """A request as it arrived: encoded once, decided at ``at`` (ms UTC), recorded at ``now``."""

    request: Request
    body: str
    body_hash: bytes
    at: int
    now: int


def hear(request: Request, enclosures: Sequence[Enclosure], at: int, now: int) -> Told:
    """Encode a request and compute what makes it the same one when it is sent again."""
    body = encode(request)
    return Told(request, body.decode(), body_hash(request, body, enclosures), at, now)
