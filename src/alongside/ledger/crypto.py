"""The one place that chooses what encrypts: AES-256-GCM, of the package `cryptography` or, in CJIS mode, of this system's own OpenSSL.

SHA-256, HMAC and PBKDF2 come from Python's hashlib. What is written is the same either way, so the mode can be changed at any start.
"""

import os
from typing import Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from alongside.ledger.system_openssl import SystemCipher, load_openssl

__all__ = ["KEY_BYTES", "Cipher", "InvalidTag", "choose_mode", "cipher_of", "close", "in_cjis_mode", "make_key", "open_closed", "tell_mode"]

NONCE_BYTES, KEY_BYTES = 12, 32


class Cipher(Protocol):
    """AES-256-GCM under one key."""

    def encrypt(self, nonce: bytes, data: bytes, associated_data: bytes | None) -> bytes:
        """Ciphertext and tag."""

    def decrypt(self, nonce: bytes, data: bytes, associated_data: bytes | None) -> bytes:
        """The plain bytes. Raises :class:`InvalidTag` where anything was altered."""


def in_cjis_mode() -> bool:
    """Whether ALONGSIDE_CJIS says so: set it for every command of a deployment, or ``cjis: true`` in its sign-in.yaml for the server."""
    return os.environ.get("ALONGSIDE_CJIS", "") not in ("", "0")


def choose_mode(asked_for: bool) -> bool:
    """CJIS mode from here on where the settings ask for it, too; whether it is on. Raises ``LedgerRefused`` where it cannot be."""
    if asked_for:
        os.environ["ALONGSIDE_CJIS"] = "1"
    return in_cjis_mode() and bool(load_openssl())


def cipher_of(key: bytes) -> Cipher:
    """The cipher of a key of 32 bytes."""
    if len(key) != KEY_BYTES:
        raise ValueError(f"a key has {KEY_BYTES} bytes, not {len(key)}")
    return SystemCipher(load_openssl(), key) if in_cjis_mode() else AESGCM(key)


def make_key() -> bytes:
    """A new key, from the operating system's source."""
    return os.urandom(KEY_BYTES)


def close(cipher: Cipher, plain: bytes, bound_to: bytes) -> bytes:
    """Encrypt under a new nonce, which stands before the ciphertext."""
    nonce = os.urandom(NONCE_BYTES)
    return nonce + cipher.encrypt(nonce, plain, bound_to)


def open_closed(cipher: Cipher, closed: bytes, bound_to: bytes) -> bytes:
    """What :func:`close` closed. Raises :class:`InvalidTag` where anything about it was altered."""
    return cipher.decrypt(closed[:NONCE_BYTES], closed[NONCE_BYTES:], bound_to)


def tell_mode() -> str:
    """What encrypts here, in sentences. It never says that this is validated: that is not ours to say."""
    if not in_cjis_mode():
        from cryptography.hazmat.backends.openssl import backend

        return f"Encryption: AES-256-GCM of the Python package cryptography ({backend.openssl_version_text()}). CJIS mode is off."
    return f"Encryption, in CJIS mode: {load_openssl().tell()}"
