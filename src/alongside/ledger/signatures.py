"""The one place that chooses what signs: Ed25519 of the package `cryptography` or, in CJIS mode, ECDSA P-256 of this system's own OpenSSL.

A public key says by itself which of them it is, so whatever was signed before the mode was changed is checked as it was signed.
"""

from dataclasses import dataclass
from typing import Protocol

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA256

from alongside.ledger import system_signing
from alongside.ledger.crypto import in_cjis_mode
from alongside.ledger.refused import LedgerRefused

P256_BEGINS = bytes.fromhex("3059301306072a8648ce3d020106082a8648ce3d030107034200")  # of every SubjectPublicKeyInfo of this curve
P256 = "p256:"  # before the key in hexadecimal; Ed25519 keys stand alone, as they always did


class Signer(Protocol):
    """Owns a private key."""

    @property
    def public(self) -> str:
        """What whoever verifies must know: the algorithm and the key, as text."""

    def sign(self, digest: bytes) -> bytes:
        """The signature over a SHA-256."""


@dataclass(frozen=True)
class Ed25519:
    """Ed25519 over the digest."""

    key: Ed25519PrivateKey

    @property
    def public(self) -> str:
        """32 bytes in hexadecimal."""
        return self.key.public_key().public_bytes_raw().hex()

    def sign(self, digest: bytes) -> bytes:
        """64 bytes."""
        return self.key.sign(digest)


@dataclass(frozen=True)
class SystemP256:
    """ECDSA P-256 with SHA-256 over the digest, by this system's OpenSSL."""

    private: bytes  # DER

    @property
    def public(self) -> str:
        """SubjectPublicKeyInfo in hexadecimal."""
        return P256 + system_signing.public_of(self.private).hex()

    def sign(self, digest: bytes) -> bytes:
        """DER."""
        return system_signing.sign(self.private, digest)


def short_name(public: str) -> str:
    """Of a public key, for a file: 16 letters that differ from key to key. Keys as DER all begin alike."""
    return f"p256-{public[-16:]}" if public.startswith(P256) else public[:16]


def make_key_text() -> str:
    """A new private key as its file keeps it, of the algorithm in force."""
    return P256 + system_signing.make_private().hex() if in_cjis_mode() else Ed25519PrivateKey.generate().private_bytes_raw().hex()


def read_signer(text: str) -> Signer:
    """Who signs with what a key file holds. Raises ``ValueError`` where it holds no key."""
    if text.startswith(P256):
        return SystemP256(bytes.fromhex(text.removeprefix(P256)))
    return Ed25519(Ed25519PrivateKey.from_private_bytes(bytes.fromhex(text)))


def is_signed(public: str, signature: bytes, digest: bytes) -> bool:
    """Whether the owner of ``public`` signed exactly this."""
    try:
        if public.startswith(P256):
            return _is_p256(bytes.fromhex(public.removeprefix(P256)), signature, digest)
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public)).verify(signature, digest)
    except (InvalidSignature, LedgerRefused, ValueError):
        return False
    return True


def _is_p256(public: bytes, signature: bytes, digest: bytes) -> bool:
    if not public.startswith(P256_BEGINS):
        return False  # another curve, or no key at all
    if in_cjis_mode():
        return system_signing.is_signed(public, signature, digest)
    key = serialization.load_der_public_key(public)
    if not isinstance(key, ec.EllipticCurvePublicKey):
        return False
    key.verify(signature, digest, ec.ECDSA(SHA256()))
    return True
