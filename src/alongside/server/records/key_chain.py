"""The keys in use: the one that wraps now, and those of before or to come that may still have to unwrap."""

import logging
import os
from pathlib import Path
from threading import Lock

from alongside.ledger.crypto import Cipher, InvalidTag, cipher_of, close, open_closed
from alongside.ledger.refused import LedgerRefused
from alongside.server.records.key_file import Keys, derive, key_path, read_key_file

log = logging.getLogger(__name__)
MARK = b"K1"  # a wrapped key that says which key wrapped it; those of before rotation was known say nothing
HEAD = len(MARK) + 8
UNNAMED = 60
NOT_OURS = "The key file is not this ledger's, or a key row was altered: put the right file back."


def next_path(path: Path) -> Path:
    """Where a key waits that is to follow."""
    return path.with_name(f"{path.name}.next")


def before_path(path: Path, keys: Keys) -> Path:
    """Where the key of before stays until nothing needs it."""
    return path.with_name(f"{path.name}.before-{keys.id.hex()}")


class KeyChain:
    """Wraps and unwraps data keys, and derives the keys of blind marks and drafts. Safe from any number of threads.

    ``path`` is the file in force; the others are found beside it, or beside another. It is looked at again whenever something is wrapped,
    so that a rotation needs no restart.
    """

    def __init__(self, path: Path, beside: Path | None = None) -> None:
        self.path, self._beside, self._lock = path, beside or path, Lock()
        self._read()

    def _read(self) -> None:
        self._seen, self._known = _stamp(self.path), _stamp_all(self._beside)
        keys = read_key_file(self.path)
        others = [read_key_file(one) for one in list_key_files(self._beside)]
        self._held = (keys, {one.id: cipher_of(derive(one.wrapping, "wrapping")) for one in (*others, keys)})

    @property
    def keys(self) -> Keys:
        """Those in force, as last read."""
        return self._held[0]

    def look_again(self) -> Keys:
        """The keys in force. A file that is away, or that its command does not open now, stops no call: the keys known go on."""
        if _stamp(self.path) not in (self._seen, None):
            with self._lock:
                try:
                    self._read()
                except LedgerRefused as broken:
                    log.error("the keys known go on: %s", broken)
        return self.keys

    def wrap(self, data_key: bytes, name: str) -> bytes:
        """A data key as it may be stored; ``name`` binds it to its row."""
        self.look_again()
        keys, ciphers = self._held
        return MARK + keys.id + close(ciphers[keys.id], data_key, name.encode())

    def unwrap(self, wrapped: bytes, name: str) -> bytes:
        """The data key again. Raises :class:`LedgerRefused` where no key file here wrapped it."""
        if len(wrapped) == UNNAMED:
            return self._try_each(wrapped, name.encode())
        cipher = self._find(wrapped[len(MARK) : HEAD])
        try:
            return open_closed(cipher, wrapped[HEAD:], name.encode())
        except InvalidTag:
            raise LedgerRefused(NOT_OURS) from None

    def _find(self, id: bytes) -> Cipher:
        if id not in self._held[1] and self._known != _stamp_all(self._beside):
            with self._lock:
                self._read()
        try:
            return self._held[1][id]
        except KeyError:
            raise LedgerRefused(NOT_OURS) from None

    def _try_each(self, wrapped: bytes, name: bytes) -> bytes:
        for cipher in self._held[1].values():
            try:
                return open_closed(cipher, wrapped, name)
            except InvalidTag:
                continue
        raise LedgerRefused(NOT_OURS)

    def is_current(self, wrapped: bytes) -> bool:
        """Whether the key in force wrapped it."""
        return wrapped.startswith(MARK + self.keys.id) and len(wrapped) > UNNAMED

    def derive(self, purpose: str) -> bytes:
        """A key of its own for one purpose, the same after every rotation."""
        return derive(self.keys.deriving, purpose)


def open_chain(data: Path) -> KeyChain:
    """The keys of a data folder. Raises :class:`LedgerRefused`."""
    return KeyChain(key_path(data))


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        found = os.stat(path)
    except FileNotFoundError:
        return None
    return (found.st_ino, found.st_mtime_ns)


def _stamp_all(path: Path) -> list[tuple[int, int] | None]:
    return [_stamp(one) for one in list_key_files(path)]


def list_key_files(path: Path) -> list[Path]:
    """The file in force, the one that is to follow, and those of before."""
    told = (path, next_path(path), *sorted(path.parent.glob(f"{path.name}.before-*")))
    return [one for one in told if one.exists()]
