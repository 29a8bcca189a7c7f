"""One process owns all writes to a SQLite ledger; the lock goes with the process, however it ends."""

import fcntl
import os
from pathlib import Path

from alongside.ledger.refused import LedgerRefused


def own(ledger: Path) -> "WriteLock":
    """Become the one process that writes to this file, making it, and its folder, where there is none.

    Raises :class:`LedgerRefused` where another process writes to it.
    """
    ledger.parent.mkdir(parents=True, exist_ok=True)
    lock = WriteLock(ledger)
    os.close(os.open(ledger, os.O_CREAT | os.O_RDWR, 0o600))  # this user alone may read it; SQLite gives its WAL the same mode
    return lock


class WriteLock:
    """An exclusive lock on ``<ledger>.lock``, whose text is the owner's process id."""

    def __init__(self, ledger: Path) -> None:
        path = ledger.with_name(ledger.name + ".lock")
        self._file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as taken:
            owner = os.read(self._file, 20).decode() or "unknown"
            os.close(self._file)
            raise LedgerRefused(
                f"Process {owner} writes to {ledger} already, and only one may: send requests through its socket, or stop it first."
            ) from taken
        os.ftruncate(self._file, 0)
        os.pwrite(self._file, str(os.getpid()).encode(), 0)

    def release(self) -> None:
        """Let another process write."""
        os.close(self._file)
