"""Secrets of second factors are sealed: the side tables alone give nobody a code."""

from base64 import b64decode, b64encode
from functools import cache
from os import urandom

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from alongside.server.records.key_file import KeyFile, key_path, read_key_file

BOUND_TO = b"people: second factor"
NONCE_BYTES = 12


@cache
def sealer() -> AESGCM:
    """AES-256-GCM under a key of its own, derived from the vault's. Raises ``LedgerRefused`` where the key file is gone."""
    return AESGCM(KeyFile(read_key_file(key_path(settings.OPTIONS.data))).derive("second factors"))


def seal_secret(text: str) -> str:
    """Nonce and ciphertext, as text."""
    nonce = urandom(NONCE_BYTES)
    return b64encode(nonce + sealer().encrypt(nonce, text.encode(), BOUND_TO)).decode()


def open_secret(sealed: str) -> str:
    """The text. Raises ``InvalidTag`` where it was changed or the key is another."""
    raw = b64decode(sealed)
    return sealer().decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], BOUND_TO).decode()
