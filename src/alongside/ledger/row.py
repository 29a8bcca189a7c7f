"""One ledger row and its place in the hash chain."""

from hashlib import sha256
from typing import NamedTuple

import msgspec

from alongside.core.fact import Fact
from alongside.ledger.body import read_fact

COLUMNS = (
    "seq", "stream", "version", "kind", "kind_version", "happened_at", "recorded_at",
    "by", "request_id", "part", "cause", "body", "previous_hash", "hash",
)  # fmt: skip
_encode = msgspec.json.Encoder().encode
NO_HASH = bytes(32)


class Row(NamedTuple):
    """A fact as it is kept. Times are ms since the epoch, UTC; order is ``seq``, never a clock.

    ``part`` counts a request's facts from 0; ``cause`` is the kind of the request; ``hash`` is SHA-256 over everything before it.
    """

    seq: int
    stream: str
    version: int
    kind: str
    kind_version: int
    happened_at: int
    recorded_at: int
    by: str
    request_id: str
    part: int
    cause: str
    body: str
    previous_hash: bytes
    hash: bytes

    @property
    def fact(self) -> Fact:
        """The fact itself."""
        return read_fact(self.kind, self.kind_version, self.body)


class Head(NamedTuple):
    """Where the ledger stands: the last row's seq, hash and time of recording (ms UTC)."""

    seq: int = 0
    hash: bytes = NO_HASH
    recorded_at: int = 0


def hash_of(fields: tuple[object, ...], previous_hash: bytes) -> bytes:
    """The row's hash: SHA-256 of the previous hash and the fields before it (seq … body) as one JSON array.

    A JSON array of strings and numbers reads back one way only, so no text can be moved from one field into the next.
    """
    return sha256(previous_hash + _encode(fields)).digest()
