"""Who read which words: a chain of its own, written before anything is shown. Readers that wait together share one commit."""

import logging
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from hashlib import sha256
from queue import Empty, SimpleQueue
from threading import Thread
from typing import NamedTuple

from alongside.core.party import Actor
from alongside.ledger.body import encode
from alongside.ledger.engine import Engine
from alongside.ledger.refused import LedgerUnavailable
from alongside.ledger.row import NO_HASH

log = logging.getLogger(__name__)
COLUMNS = "seq, at, staff, role, agency, seat, purpose, owner_kind, owner_id, field, enclosure_id, outcome, previous_hash, hash"
BEAT = "INSERT INTO audit_beat (id, at) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET at = excluded.at"
ADD = f"INSERT INTO words_read ({COLUMNS}) VALUES ({', '.join('?' * 14)})"


class Read(NamedTuple):
    """One reader and one piece of words; ``outcome`` is shown, withheld, erased or missing. ``at`` is ms UTC."""

    at: int
    actor: Actor
    purpose: str
    owner_kind: str
    owner_id: str
    field: str
    enclosure_id: str
    outcome: str

    @property
    def values(self) -> tuple[object, ...]:
        """The columns between ``seq`` and the hashes."""
        by = self.actor
        who = (self.at, by.staff, by.role, by.agency, by.seat, self.purpose)
        return (*who, self.owner_kind, self.owner_id, self.field, self.enclosure_id, self.outcome)


class _Waiting(NamedTuple):
    reads: Sequence[Read]
    future: "Future[None]"
    beat: int = 0


class Audit:
    """Owns the connection that appends; every :meth:`write` returns after its rows are on the disk.

    ``again`` opens another connection where one that failed may be replaced.
    """

    def __init__(self, engine: Engine, again: Callable[[], Engine] | None = None) -> None:
        self._engine, self._again, self._failed = engine, again, False
        self._queue: SimpleQueue[_Waiting | None] = SimpleQueue()
        self._thread = Thread(target=self._run, name="read audit", daemon=True)
        self._thread.start()

    def write(self, reads: Sequence[Read]) -> None:
        """Note the reads durably. Raises :class:`LedgerUnavailable` where that failed: then nothing may be shown."""
        self._wait(_Waiting(reads, Future()))

    def beat(self, now: int) -> None:
        """One small durable write where readings would go. Raises :class:`LedgerUnavailable` where they could not be noted now."""
        self._wait(_Waiting((), Future(), now))

    def _wait(self, waiting: _Waiting) -> None:
        self._queue.put(waiting)
        waiting.future.result()

    def _run(self) -> None:
        while (first := self._queue.get()) is not None:
            together = [first, *self._others()]
            try:
                self._open_again()
                self._append([read for waiting in together for read in waiting.reads], max(one.beat for one in together))
            except self._engine.failures as broken:
                log.error("the read audit could not write: %s", broken)
                self._failed = True
                self._let_go()
                for waiting in together:
                    waiting.future.set_exception(LedgerUnavailable(f"Words are not shown while reading cannot be noted: {broken}."))
            else:
                for waiting in together:
                    waiting.future.set_result(None)

    def _others(self) -> Iterator[_Waiting]:
        while True:
            try:
                other = self._queue.get_nowait()
            except Empty:
                return
            if other is None:
                self._queue.put(None)
                return
            yield other

    def _let_go(self) -> None:
        try:
            self._engine.rollback()
        except self._engine.failures as lost:
            log.error("the read audit's connection is lost: %s", lost)

    def _open_again(self) -> None:
        """After a failure, another connection: one that was cut never works again."""
        if self._failed and self._again is not None:
            before, self._engine = self._engine, self._again()
            before.close()
        self._failed = False

    def _append(self, reads: Sequence[Read], beat: int = 0) -> None:
        engine = self._engine
        engine.begin()
        if beat:
            engine.execute(BEAT, (beat,))
        last = engine.fetch("SELECT seq, hash FROM words_read ORDER BY seq DESC LIMIT 1")
        last_seq, previous = (last[0][0], bytes(last[0][1])) if last else (0, NO_HASH)
        rows = []
        for seq, read in enumerate(reads, last_seq + 1):
            values = (seq, *read.values)
            hash = sha256(previous + encode(values)).digest()
            rows.append((*values, previous, hash))
            previous = hash
        engine.execute_many(ADD, rows)
        engine.commit()

    def close(self) -> None:
        """Write what waits, then let go of the database."""
        self._queue.put(None)
        self._thread.join()
        self._engine.close()


def list_breaks(engine: Engine) -> list[int]:
    """Seqs of audit rows that were altered, or follow a row that is gone; empty when the chain is whole."""
    breaks, previous, expected = [], NO_HASH, 1
    for row in engine.stream(f"SELECT {COLUMNS} FROM words_read ORDER BY seq"):
        hash = sha256(bytes(row[-2]) + encode(row[:-2])).digest()
        if row[0] != expected or bytes(row[-2]) != previous or hash != bytes(row[-1]):
            breaks.append(row[0])
        previous, expected = bytes(row[-1]), row[0] + 1
    return breaks
