"""The key the heads of the audit are signed with: Ed25519, one file of this deployment, kept apart from the database."""

import os
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from alongside.ledger.refused import LedgerRefused

KEY_BYTES = 32


def audit_key_path(data: Path) -> Path:
    """Where the key file is: ALONGSIDE_AUDIT_KEY, or ``audit.key`` in the data folder."""
    return Path(os.environ.get("ALONGSIDE_AUDIT_KEY") or data / "audit.key")


def reach_key(data: Path) -> Ed25519PrivateKey:
    """The key, made (mode 0600) where there is none. Raises :class:`LedgerRefused` where others may read it, or it is none."""
    path = audit_key_path(data)
    if not path.exists():
        _make(path)
    if path.stat().st_mode & 0o077:
        raise LedgerRefused(f"The audit key {path} may be read by other users: run “chmod 600 {path}”, then start again.")
    try:
        return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(path.read_text().strip()))
    except ValueError:
        raise LedgerRefused(f"The audit key {path} does not hold a key (64 hexadecimal digits): put the right file back.") from None


def _make(path: Path) -> None:
    """A new key, whole before anybody can read it: where another process was faster, its key stands."""
    path.parent.mkdir(parents=True, exist_ok=True)
    written = path.with_name(f"{path.name}.{os.getpid()}")
    with os.fdopen(os.open(written, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(Ed25519PrivateKey.generate().private_bytes_raw().hex() + "\n")
        file.flush()
        os.fsync(file.fileno())
    if not path.exists():
        written.rename(path)
    written.unlink(missing_ok=True)


def public_hex(key: Ed25519PrivateKey) -> str:
    """What whoever verifies must know, in hexadecimal."""
    return key.public_key().public_bytes_raw().hex()


def is_signed(public: str, signature: bytes, digest: bytes) -> bool:
    """Whether the owner of ``public`` signed exactly this."""
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public)).verify(signature, digest)
    except (InvalidSignature, ValueError):
        return False
    return True
