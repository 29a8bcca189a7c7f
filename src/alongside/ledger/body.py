"""Facts and requests as JSON bodies, and back again. Field order is the order of declaration, so equal facts have equal bytes."""

from typing import cast

import msgspec

from alongside.core.fact import KINDS, Fact
from alongside.core.request import REQUESTS, Request
from alongside.ledger.past import bring_up
from alongside.ledger.refused import LedgerRefused

encode = msgspec.json.Encoder(order="deterministic", enc_hook=str).encode
decode = msgspec.json.Decoder().decode
_FACTS: dict[str, msgspec.json.Decoder[Fact]] = {}
_REQUESTS: dict[str, msgspec.json.Decoder[Request]] = {}


def read_fact(kind: str, kind_version: int, body: str) -> Fact:
    """The fact a ledger row holds, old kinds brought up to today's shape.

    Raises :class:`LedgerRefused` where this version of the program does not know the kind.
    """
    known = KINDS.get(kind)
    if known is None or known.kind_version != kind_version:
        return _read_old(kind, kind_version, body)
    decoder = _FACTS.get(kind)
    if decoder is None:
        decoder = _FACTS[kind] = msgspec.json.Decoder(known)
    return decoder.decode(body)


def _read_old(kind: str, kind_version: int, body: str) -> Fact:
    new_kind, new_body = bring_up(kind, kind_version, cast(dict[str, object], decode(body)))
    return msgspec.convert(new_body, KINDS[new_kind])


def read_request(kind: str, body: str) -> Request:
    """The request a request row holds. Raises :class:`LedgerRefused` for a kind this version does not know."""
    decoder = _REQUESTS.get(kind)
    if decoder is None:
        if kind not in REQUESTS:
            raise LedgerRefused(f"This version of Alongside knows no request “{kind}”: run a version that does.")
        decoder = _REQUESTS[kind] = msgspec.json.Decoder(REQUESTS[kind])
    return decoder.decode(body)
