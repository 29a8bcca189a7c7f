"""Ciphertext that travels with a request and is written in the same transaction as its facts."""

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from typing import NamedTuple

from alongside.core.party import Reference
from alongside.core.request import Request
from alongside.ledger.body import encode


class Enclosure(NamedTuple):
    """Protected words, sealed by the vault. The ledger never sees a plain one.

    ``digest`` is the SHA-256 of the ciphertext, in hex. ``likeness`` is a keyed hash of the plain words, never stored: sealing the same
    words twice gives two ciphertexts, and this is how a re-sent request is still known to be the same one.
    """

    id: str
    owner_kind: str
    owner_id: str
    field: str
    key_id: str
    wrapped_key: bytes
    ciphertext: bytes
    digest: str
    likeness: str
    blind_mark: bytes | None = None  # for call-back numbers: equal numbers, equal marks
    tokens: tuple[bytes, ...] = ()  # by which a person is found
    parts: tuple[bytes, ...] = ()  # of a file: each sealed; the ciphertext begins with their hashes (parted.py)

    @property
    def reference(self) -> Reference:
        """What the request carries in its ``words``."""
        return Reference(self.field, self.id, self.digest)


def body_hash(request: Request, body: bytes, enclosures: Sequence[Enclosure]) -> bytes:
    """What makes two requests with one id the same request: every field, and the plain words rather than their ciphertexts."""
    if not enclosures:
        return sha256(body).digest()
    alike = {enclosure.id: enclosure.likeness for enclosure in enclosures}
    words = tuple(Reference(word.field, "", alike.get(word.vault_id, word.digest)) for word in request.words)
    return sha256(encode(replace(request, words=words))).digest()
