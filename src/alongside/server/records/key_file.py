"""The file that holds the key-encryption key: apart from the database, one user's alone, plain or wrapped by the agency's own command."""

import hmac
import os
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from alongside.ledger.crypto import KEY_BYTES, make_key
from alongside.ledger.refused import LedgerRefused
from alongside.server.records.key_command import key_command, unwrap_by_command, wrap_by_command

PLAIN, WRAPPED = "alongside keys 1", "alongside wrapped keys 1"


class Keys(NamedTuple):
    """What one key file holds: what wraps, what other keys are derived from, and the version of data keys made with it."""

    wrapping: bytes
    deriving: bytes  # the same for the life of a ledger: marks, drafts and second factors hang on it
    version: int = 1

    @property
    def id(self) -> bytes:
        """By which a wrapped key says which key wrapped it; nothing follows from it."""
        return derive(self.wrapping, "key id")[:8]

    def text(self) -> str:
        """As a file holds it."""
        return f"{PLAIN}\nwrapping {self.wrapping.hex()}\nderiving {self.deriving.hex()}\ndata-keys {self.version}\n"


def key_path(data: Path) -> Path:
    """Where the key file is: ALONGSIDE_KEY_FILE, or ``vault.key`` in the data folder."""
    return Path(os.environ.get("ALONGSIDE_KEY_FILE") or data / "vault.key")


def make_key_file(path: Path) -> None:
    """Write new keys, readable by this user alone. Raises ``FileExistsError`` rather than write over some."""
    write_key_file(path, Keys(make_key(), make_key()))


def write_key_file(path: Path, keys: Keys) -> None:
    """Write these keys on the disk, wrapped where a command is configured. Raises ``FileExistsError``, :class:`LedgerRefused`."""
    text = f"{WRAPPED}\n{wrap_by_command(keys.text().encode())}\n" if key_command() else keys.text()
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f"{path.name}.partial")
    partial.unlink(missing_ok=True)
    with os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(partial, path)  # whole or not at all, and never over another
    finally:
        partial.unlink()
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """The names of its files are on the disk, too."""
    handle = os.open(folder, os.O_RDONLY)
    os.fsync(handle)
    os.close(handle)


def read_key_file(path: Path) -> Keys:
    """The keys of a file. Raises :class:`LedgerRefused` where it is missing, open to others, not a key, or its command does not open it."""
    if not path.exists():
        raise LedgerRefused(f"The key file {path} is missing, so no protected words can be read: put it back from where you keep it.")
    if path.stat().st_mode & 0o077:
        raise LedgerRefused(f"The key file {path} may be read by other users: run “chmod 600 {path}”, then start again.")
    text = path.read_text(errors="replace").strip()
    head, _, rest = text.partition("\n")
    keys = parse(unwrap_by_command(rest.strip(), path).decode(errors="replace") if head == WRAPPED else text)
    if keys is None:
        raise LedgerRefused(f"The key file {path} does not hold a key (64 hexadecimal digits): put the right file back.")
    return keys


def is_wrapped(path: Path) -> bool:
    """Whether only the agency's command opens it."""
    return path.read_text(errors="replace").startswith(WRAPPED)


def parse(text: str) -> Keys | None:
    """What is written there; a file of the first format holds one key for everything."""
    lines = text.strip().splitlines()
    try:
        if lines[:1] != [PLAIN]:
            key = bytes.fromhex(text.strip())
            return Keys(key, key) if len(key) == KEY_BYTES else None
        told = dict(line.split(" ", 1) for line in lines[1:])
        found = Keys(bytes.fromhex(told["wrapping"]), bytes.fromhex(told["deriving"]), int(told["data-keys"]))
    except (ValueError, KeyError):
        return None
    return found if len(found.wrapping) == len(found.deriving) == KEY_BYTES else None


def derive(key: bytes, purpose: str) -> bytes:
    """A key of its own for one purpose."""
    return hmac.new(key, f"alongside:{purpose}".encode(), sha256).digest()
