"""Seal words under their owner's key: AES-256-GCM, bound to the row, field and key they belong to."""

import hmac
import os
from collections import OrderedDict
from hashlib import sha256
from threading import Lock
from typing import NamedTuple
from uuid import uuid4

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from alongside.core.refused import Refused
from alongside.ledger.enclosure import Enclosure
from alongside.ledger.sealed import Sealed
from alongside.server.records.key_file import NONCE_BYTES, KeyFile

MOST_BYTES = 200_000
REMEMBERED_KEYS = 4_096
# Why a record was opened in an emergency is no single letter (privacy-rules.md 3.5, rule 3); spaces do not count.
LEAST_LETTERS = {"glass_reason": 15, "glass_finding": 15, "emergency_nature": 5, "emergency_recipient": 5, "emergency_discloser": 3}


class DataKey(NamedTuple):
    """The key of one incident or person."""

    id: str
    key: bytes
    wrapped: bytes


class Keyring:
    """Data keys in use. ``forget`` when an owner is erased."""

    def __init__(self, key_file: KeyFile) -> None:
        self._key_file = key_file
        self._known: OrderedDict[tuple[str, str], DataKey] = OrderedDict()
        self._lock = Lock()

    def reach(self, owner_kind: str, owner_id: str, stored: tuple[str, bytes] | None) -> DataKey:
        """The owner's key: as stored, as made earlier for a request still on its way, or a new one."""
        with self._lock:
            known = self._known.get((owner_kind, owner_id))
            if known is None or (stored and stored[0] != known.id):
                known = self._unwrap(owner_kind, owner_id, *stored) if stored else self._make(owner_kind, owner_id)
            self._known[(owner_kind, owner_id)] = known
            self._known.move_to_end((owner_kind, owner_id))
            if len(self._known) > REMEMBERED_KEYS:
                self._known.popitem(last=False)
            return known

    def unwrap(self, name: str, wrapped: bytes) -> bytes:
        """A stored key, for reading."""
        return self._key_file.unwrap(wrapped, name)

    def _unwrap(self, owner_kind: str, owner_id: str, id: str, wrapped: bytes) -> DataKey:
        return DataKey(id, self.unwrap(key_name(id, owner_kind, owner_id), wrapped), wrapped)

    def _make(self, owner_kind: str, owner_id: str) -> DataKey:
        id, key = uuid4().hex, AESGCM.generate_key(256)
        return DataKey(id, key, self._key_file.wrap(key, key_name(id, owner_kind, owner_id)))

    def forget(self, owner_kind: str, owner_id: str) -> None:
        """Keep no copy of an erased owner's key."""
        with self._lock:
            self._known.pop((owner_kind, owner_id), None)


def key_name(id: str, owner_kind: str, owner_id: str) -> str:
    """What a wrapped key is bound to."""
    return f"data_key:{id}:{owner_kind}:{owner_id}"


def bound_to(id: str, field: str, key_id: str) -> bytes:
    """What a ciphertext is bound to: table, row, column, key. Moved to another row it does not open."""
    return f"enclosure:{id}:{field}:{key_id}".encode()


def seal(key: DataKey, owner: tuple[str, str], field: str, text: str, mark: bytes | None) -> Enclosure:
    """Words as they may travel and be stored. Raises ``Refused("words_too_long")`` above 200,000 bytes; ``words_too_short``."""
    least = LEAST_LETTERS.get(field, 0)
    if least and len("".join(text.split())) < least:
        raise Refused("words_too_short", field=field, least=least)
    plain = text.encode()
    if len(plain) > MOST_BYTES:
        raise Refused("words_too_long", field=field, bytes=len(plain), most=MOST_BYTES)
    id, nonce = uuid4().hex, os.urandom(NONCE_BYTES)
    ciphertext = nonce + AESGCM(key.key).encrypt(nonce, plain, bound_to(id, field, key.id))
    likeness = hmac.new(key.key, b"likeness:" + field.encode() + b"\0" + plain, sha256).hexdigest()
    return Enclosure(id, *owner, field, key.id, key.wrapped, ciphertext, sha256(ciphertext).hexdigest(), likeness, mark)


def unseal(sealed: Sealed, key: bytes) -> str:
    """The words again. Raises ``cryptography.exceptions.InvalidTag`` where anything about the row was altered."""
    nonce, rest = sealed.ciphertext[:NONCE_BYTES], sealed.ciphertext[NONCE_BYTES:]
    return AESGCM(key).decrypt(nonce, rest, bound_to(sealed.id, sealed.field, sealed.key_id)).decode()
