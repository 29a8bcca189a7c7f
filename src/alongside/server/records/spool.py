"""Where readings are noted while the audit cannot be written: a file on this machine's disk, put into the audit once it works again.

Only what may not wait is shown against it: call facts, safety flags, the live safety slice (practice.md). It holds ids and codes, no words.
"""

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Lock

from alongside.core.party import Actor
from alongside.server.records.audit import Audit, Read


class Spool:
    """Lines of JSON, one a reading, on the disk before :meth:`keep` returns. Safe from any number of threads."""

    def __init__(self, path: Path) -> None:
        self._path, self._lock = path, Lock()

    def keep(self, reads: Sequence[Read]) -> None:
        """Note the reads here. Raises ``OSError`` where that failed: then nothing may be shown."""
        lines = "".join(json.dumps([*read[:1], list(read.actor), *read[2:]]) + "\n" for read in reads)
        with self._lock, os.fdopen(os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600), "w") as file:
            file.write(lines)
            file.flush()
            os.fsync(file.fileno())

    def empty_into(self, audit: Audit) -> int:
        """Put what waits into the audit, each with its own time; how many. Cut short, it is done again: twice, not never."""
        if not self._path.exists():
            return 0
        with self._lock:
            waiting = list(self._waiting())
            audit.write(waiting)
            self._path.unlink()
        return len(waiting)

    def _waiting(self) -> Iterator[Read]:
        """A last line that was cut short was never shown against."""
        for line in self._path.read_text().splitlines(keepends=True):
            if line.endswith("\n"):
                at, actor, *rest = json.loads(line)
                yield Read(at, Actor(*actor), *rest)
