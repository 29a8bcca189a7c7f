"""The key-encryption key: one file of this deployment, apart from the database, that wraps the key of every incident and person."""

import hmac
import os
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from alongside.ledger.refused import LedgerRefused

NONCE_BYTES, KEY_BYTES = 12, 32


def key_path(data: Path) -> Path:
    """Where the key file is: ALONGSIDE_KEY_FILE, or ``vault.key`` in the data folder."""
    return Path(os.environ.get("ALONGSIDE_KEY_FILE") or data / "vault.key")


def make_key_file(path: Path) -> None:
    """Write a new key, readable by this user alone. Raises ``FileExistsError`` rather than write over one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(AESGCM.generate_key(256).hex() + "\n")
        file.flush()
        os.fsync(file.fileno())


def read_key_file(path: Path) -> bytes:
    """The 32 bytes of the key. Raises :class:`LedgerRefused` where the file is missing, open to others, or not a key."""
    if not path.exists():
        raise LedgerRefused(f"The key file {path} is missing, so no protected words can be read: put it back from where you keep it.")
    if path.stat().st_mode & 0o077:
        raise LedgerRefused(f"The key file {path} may be read by other users: run “chmod 600 {path}”, then start again.")
    try:
        key = bytes.fromhex(path.read_text().strip())
    except ValueError:
        key = b""
    if len(key) != KEY_BYTES:
        raise LedgerRefused(f"The key file {path} does not hold a key (64 hexadecimal digits): put the right file back.")
    return key


class KeyFile:
    """Wraps and unwraps data keys, and derives the keys of blind marks and drafts."""

    def __init__(self, key: bytes) -> None:
        self._key, self._wrapping = key, AESGCM(_derive(key, "wrapping"))

    def wrap(self, data_key: bytes, name: str) -> bytes:
        """A data key as it may be stored; ``name`` binds it to its row."""
        nonce = os.urandom(NONCE_BYTES)
        return nonce + self._wrapping.encrypt(nonce, data_key, name.encode())

    def unwrap(self, wrapped: bytes, name: str) -> bytes:
        """The data key again. Raises :class:`LedgerRefused` where the key file is not the one that wrapped it."""
        try:
            return self._wrapping.decrypt(wrapped[:NONCE_BYTES], wrapped[NONCE_BYTES:], name.encode())
        except InvalidTag:
            raise LedgerRefused("The key file is not this ledger's, or a key row was altered: put the right file back.") from None

    def derive(self, purpose: str) -> bytes:
        """A key of its own for one purpose."""
        return _derive(self._key, purpose)


def _derive(key: bytes, purpose: str) -> bytes:
    return hmac.new(key, f"alongside:{purpose}".encode(), sha256).digest()
