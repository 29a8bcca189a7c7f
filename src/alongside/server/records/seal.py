"""Seal words under their owner's key: AES-256-GCM, bound to the row, field and key they belong to."""

import hmac
from collections import OrderedDict
from hashlib import sha256
from threading import Lock
from typing import NamedTuple
from uuid import uuid4

from alongside.core.refused import Refused
from alongside.ledger.crypto import cipher_of, close, make_key, open_closed
from alongside.ledger.enclosure import Enclosure
from alongside.ledger.parted import make_head, split
from alongside.ledger.sealed import Sealed
from alongside.server.records.key_chain import KeyChain

MOST_BYTES = 200_000
REMEMBERED_KEYS = 4_096
# Why a record was opened in an emergency is no single letter (privacy-rules.md 3.5, rule 3); spaces do not count.
LEAST_LETTERS = {"glass_reason": 15, "glass_finding": 15, "emergency_nature": 5, "emergency_recipient": 5, "emergency_discloser": 3}
DIGITS = 5
VERSIONED = f"k{{:0{DIGITS}d}}"


class DataKey(NamedTuple):
    """The key of one incident or person."""

    id: str
    key: bytes
    wrapped: bytes


class Keyring:
    """Data keys in use. ``forget`` when an owner is erased."""

    def __init__(self, chain: KeyChain) -> None:
        self.chain = chain
        self._known: OrderedDict[tuple[str, str], DataKey] = OrderedDict()
        self._lock = Lock()

    def reach(self, owner_kind: str, owner_id: str, stored: tuple[str, bytes] | None) -> DataKey:
        """The owner's key: as stored, as made earlier for a request still on its way, or a new one.

        One of an older version than the key file asks for goes on reading; a new one is made to write with.
        """
        version = self.chain.look_again().version
        if stored and version_of(stored[0]) < version:
            stored = None
        with self._lock:
            known = self._known.get((owner_kind, owner_id))
            if known is not None and version_of(known.id) < version:
                known = None
            if known is None or (stored and stored[0] != known.id):
                known = self._unwrap(owner_kind, owner_id, *stored) if stored else self._make(owner_kind, owner_id, version)
            self._known[(owner_kind, owner_id)] = known
            self._known.move_to_end((owner_kind, owner_id))
            if len(self._known) > REMEMBERED_KEYS:
                self._known.popitem(last=False)
            return known

    def unwrap(self, name: str, wrapped: bytes) -> bytes:
        """A stored key, for reading."""
        return self.chain.unwrap(wrapped, name)

    def _unwrap(self, owner_kind: str, owner_id: str, id: str, wrapped: bytes) -> DataKey:
        return DataKey(id, self.unwrap(key_name(id, owner_kind, owner_id), wrapped), wrapped)

    def _make(self, owner_kind: str, owner_id: str, version: int) -> DataKey:
        id, key = f"{VERSIONED.format(version) if version > 1 else ''}{uuid4().hex}", make_key()
        return DataKey(id, key, self.chain.wrap(key, key_name(id, owner_kind, owner_id)))

    def forget(self, owner_kind: str, owner_id: str) -> None:
        """Keep no copy of an erased owner's key."""
        with self._lock:
            self._known.pop((owner_kind, owner_id), None)


def version_of(id: str) -> int:
    """Which version a data key is of: ids of later ones begin with it, and sort behind all earlier ones."""
    return int(id[1 : 1 + DIGITS]) if id.startswith("k") else 1


def key_name(id: str, owner_kind: str, owner_id: str) -> str:
    """What a wrapped key is bound to."""
    return f"data_key:{id}:{owner_kind}:{owner_id}"


def bound_to(id: str, field: str, key_id: str, head: bytes = b"") -> bytes:
    """What a ciphertext is bound to: table, row, column, key with its version; a file's parts. Moved to another row it does not open."""
    return f"enclosure:{id}:{field}:{key_id}".encode() + (sha256(head).digest() if head else b"")


def seal(
    key: DataKey, owner: tuple[str, str], field: str, text: str, mark: bytes | None = None, tokens: tuple[bytes, ...] = (),
    parts: tuple[bytes, ...] = (),
) -> Enclosure:  # fmt: skip
    """Words, or a file's manifest with its ``parts``, as they may travel and be stored.

    Raises ``Refused("words_too_long")`` above 200,000 bytes; ``words_too_short``.
    """
    least = LEAST_LETTERS.get(field, 0)
    if least and len("".join(text.split())) < least:
        raise Refused("words_too_short", field=field, least=least)
    plain = text.encode()
    if len(plain) > MOST_BYTES:
        raise Refused("words_too_long", field=field, bytes=len(plain), most=MOST_BYTES)
    id = uuid4().hex
    head = make_head(parts) if parts else b""
    ciphertext = head + close(cipher_of(key.key), plain, bound_to(id, field, key.id, head))
    likeness = hmac.new(key.key, b"likeness:" + field.encode() + b"\0" + plain, sha256).hexdigest()
    return Enclosure(id, *owner, field, key.id, key.wrapped, ciphertext, sha256(ciphertext).hexdigest(), likeness, mark, tokens, parts)


def unseal(sealed: Sealed, key: bytes) -> str:
    """The words again. Raises :class:`~alongside.ledger.crypto.InvalidTag` where anything about the row was altered."""
    parted = split(sealed.ciphertext)
    return open_closed(cipher_of(key), parted.sealed, bound_to(sealed.id, sealed.field, sealed.key_id, parted.head)).decode()
