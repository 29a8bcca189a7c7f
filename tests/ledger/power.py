"""A disk that loses power: every write and sync is noted, and any moment can be made into the files a power cut would leave.

What was synced is there. What was written after the last sync of its file is there or not, sector by sector, as the dice say.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import apsw

SECTOR = 512


class Event(NamedTuple):
    """One thing asked of the disk: ``data`` is a write, ``size`` a truncation, ``gone`` a deletion, none of them a sync."""

    file: str
    offset: int = 0
    data: bytes | None = None
    size: int | None = None
    gone: bool = False


class NotingFile(apsw.VFSFile):
    """A file whose writes are noted before they are done."""

    def __init__(self, events: list[Event], name: Any, flags: list[int]) -> None:
        self.events = events
        path = name.filename() if isinstance(name, apsw.URIFilename) else name
        self.short = Path(path).name
        super().__init__("", name, flags)

    def xWrite(self, data: bytes, offset: int) -> None:
        self.events.append(Event(self.short, offset, bytes(data)))
        super().xWrite(data, offset)

    def xTruncate(self, size: int) -> None:
        self.events.append(Event(self.short, size=size))
        super().xTruncate(size)

    def xSync(self, flags: int) -> None:
        self.events.append(Event(self.short))
        super().xSync(flags)


class NotingDisk(apsw.VFS):
    """SQLite's way to the disk, noted. Names of files, not paths, tell them apart."""

    def __init__(self, name: str) -> None:
        self.known_as, self.events = name, list[Event]()
        super().__init__(name, "")

    def xOpen(self, name: Any, flags: list[int]) -> NotingFile:
        return NotingFile(self.events, name, flags)

    def xDelete(self, name: str, syncdir: bool) -> None:
        self.events.append(Event(Path(name).name, gone=True))
        super().xDelete(name, syncdir)


class PowerEngine:
    """The ledger's engine over a noting disk. ``synchronous`` can be set too low, to see that the test can fail."""

    name = "sqlite"
    conflicts: tuple[type[Exception], ...] = (apsw.ConstraintError,)
    failures: tuple[type[Exception], ...] = (apsw.Error,)

    def __init__(self, path: Path, disk: NotingDisk, synchronous: str) -> None:
        self._connection = apsw.Connection(str(path), vfs=disk.known_as)
        for pragma in ("locking_mode=EXCLUSIVE", "journal_mode=WAL", f"synchronous={synchronous}", "wal_autocheckpoint=40"):
            list(self._connection.execute(f"PRAGMA {pragma}"))

    def execute(self, sql: str, values: Sequence[Any] = ()) -> None:
        list(self._connection.execute(sql, tuple(values)))

    def execute_many(self, sql: str, rows: Sequence[Sequence[Any]]) -> None:
        self._connection.executemany(sql, [tuple(row) for row in rows])

    def fetch(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        return list(self._connection.execute(sql, tuple(values)))

    def stream(self, sql: str, values: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        yield from self._connection.execute(sql, tuple(values))

    def begin(self) -> None:
        self.execute("BEGIN IMMEDIATE")

    def commit(self) -> None:
        self.execute("COMMIT")

    def rollback(self) -> None:
        if self._connection.in_transaction:
            self.execute("ROLLBACK")

    def close(self) -> None:
        self._connection.close()


def cut(events: Sequence[Event], at: int, dice: Random) -> dict[str, bytes]:
    """The files after power was lost just before event ``at``."""
    safe: dict[str, bytearray] = {}
    loose: dict[str, list[Event]] = {}
    for event in events[:at]:
        waiting = loose.setdefault(event.file, [])
        content = safe.setdefault(event.file, bytearray())
        if event.gone:
            safe.pop(event.file, None)
            loose.pop(event.file, None)
        elif event.data is None and event.size is None:
            for written in waiting:
                put(content, written)
            waiting.clear()
        else:
            waiting.append(event)
    for file, waiting in loose.items():
        for written in waiting:
            lose(safe[file], written, dice)
    return {file: bytes(content) for file, content in safe.items()}


def put(content: bytearray, event: Event) -> None:
    if event.data is None:
        del content[event.size :]
        return
    if len(content) < event.offset:
        content.extend(bytes(event.offset - len(content)))
    content[event.offset : event.offset + len(event.data)] = event.data


def lose(content: bytearray, event: Event, dice: Random) -> None:
    """An unsynced write reaches the disk sector by sector, or does not."""
    if event.data is None:
        if dice.random() < 0.5:
            put(content, event)
        return
    for start in range(0, len(event.data), SECTOR):
        if dice.random() < 0.5:
            put(content, Event(event.file, event.offset + start, event.data[start : start + SECTOR]))
