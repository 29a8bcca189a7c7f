"""Where units were last heard from: a prunable table beside the ledger, never facts."""

import logging
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import NamedTuple

from alongside.core.travel import Spot
from alongside.ledger.engine import Engine, Where, is_postgres, open_engine, transaction

log = logging.getLogger(__name__)
KEPT_MS = 30 * 86_400_000
MOST_AT_ONCE = 4_096
TABLE = (
    "CREATE TABLE IF NOT EXISTS unit_spot "
    "(unit TEXT NOT NULL, at BIGINT NOT NULL, lat INTEGER NOT NULL, lon INTEGER NOT NULL, PRIMARY KEY (unit, at))"
)
ADD = "INSERT INTO unit_spot (unit, at, lat, lon) VALUES (?, ?, ?, ?) ON CONFLICT (unit, at) DO NOTHING"
LATEST = (
    "SELECT s.unit, s.at, s.lat, s.lon FROM unit_spot s "
    "JOIN (SELECT unit, max(at) AS at FROM unit_spot GROUP BY unit) m ON s.unit = m.unit AND s.at = m.at"
)


class Heard(NamedTuple):
    """A unit's position: microdegrees, and when it was there (ms UTC)."""

    unit: str
    at: int
    lat: int
    lon: int


def spots_where(ledger: Where) -> Where:
    """Beside a SQLite ledger a file of its own, so that positions never wait for calls; on PostgreSQL the same database."""
    return ledger if is_postgres(ledger) else Path(str(ledger)).with_name("positions.sqlite3")


Jobs = list[tuple[Sequence[Heard], "Future[None]"]]
Learn = Callable[[Sequence[Spot]], object]


class Spots:
    """``find`` and ``take_moved`` read memory; ``put`` returns a future that is done once the positions are on the disk."""

    def __init__(self, engine: Engine, learn: Learn | None = None) -> None:
        self._engine, self._learn = engine, learn
        with transaction(engine):
            engine.execute(TABLE)
            engine.execute("DELETE FROM unit_spot WHERE at < (SELECT max(at) FROM unit_spot) - ?", (KEPT_MS,))
        self._latest: dict[str, Heard] = {row[0]: Heard(*row) for row in engine.fetch(LATEST)}
        self._moved: dict[str, Heard] = {}
        self._queue: SimpleQueue[tuple[Sequence[Heard], Future[None]] | None] = SimpleQueue()
        self._thread = Thread(target=self._run, name="positions writer", daemon=True)
        self._thread.start()

    def find(self, unit: str) -> tuple[Spot, int] | None:
        """The latest position of a unit and its time."""
        heard = self._latest.get(unit)
        return (Spot(heard.lat, heard.lon), heard.at) if heard else None

    def all(self) -> Mapping[str, Heard]:
        """The latest position of every unit."""
        return self._latest

    def put(self, heard: Sequence[Heard]) -> "Future[None]":
        """Take positions in; an older one than the latest is kept but not shown."""
        for one in heard:
            known = self._latest.get(one.unit)
            if known is None or one.at > known.at:
                self._latest[one.unit] = self._moved[one.unit] = one
        done: Future[None] = Future()
        self._queue.put((heard, done))
        return done

    def take_moved(self) -> dict[str, tuple[float, float, int]]:
        """What moved since the last call, in degrees."""
        moved, self._moved = self._moved, {}
        return {one.unit: (one.lat / 1_000_000, one.lon / 1_000_000, one.at) for one in moved.values()}

    def _run(self) -> None:
        while (first := self._queue.get()) is not None:
            jobs, last = self._gather(first)
            self._write(jobs)
            self._place(jobs)
            if last:
                return

    def _gather(self, first: tuple[Sequence[Heard], Future[None]]) -> tuple[Jobs, bool]:
        jobs, total = [first], len(first[0])
        while total < MOST_AT_ONCE:
            try:
                item = self._queue.get_nowait()
            except Empty:
                return jobs, False
            if item is None:
                return jobs, True
            jobs.append(item)
            total += len(item[0])
        return jobs, False

    def _write(self, jobs: Jobs) -> None:
        try:
            self._engine.begin()
            self._engine.execute_many(ADD, [one for heard, _ in jobs for one in heard])
            self._engine.commit()
        except self._engine.failures as broken:
            log.error("positions could not be written: %s", broken)
            self._engine.rollback()
            for _, done in jobs:
                done.set_exception(broken)
            return
        for _, done in jobs:
            done.set_result(None)

    def _place(self, jobs: Jobs) -> None:
        """Find the nearest road now, so that a recommendation need not."""
        if self._learn is not None:
            try:
                self._learn([Spot(one.lat, one.lon) for heard, _ in jobs for one in heard])
            except ValueError as refused:
                log.warning("a position is on no map: %s", refused)

    def close(self) -> None:
        """Write what waits, then let go."""
        self._queue.put(None)
        self._thread.join()
        self._engine.close()


def open_spots(ledger: Where, learn: Learn | None = None) -> Spots:
    """The positions beside a ledger; ``learn`` is told of each, in batches, from the writing thread."""
    return Spots(open_engine(spots_where(ledger)), learn)
