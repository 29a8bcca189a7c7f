"""Read the ledger beside the writer: a few connections, each used by one thread at a time."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from queue import Empty, LifoQueue

from alongside.ledger.engine import Engine
from alongside.ledger.genesis import is_about_the_ledger
from alongside.ledger.kept import find_kept
from alongside.ledger.memory import Recorded
from alongside.ledger.receipt import Receipt
from alongside.ledger.row import Row
from alongside.ledger.store import CHUNK, list_rows, list_rows_of_incident, list_rows_of_stream


class Reading:
    """Connections that read, opened when needed and used again."""

    def __init__(self, open_reader: Callable[[], Engine]) -> None:
        self._open = open_reader
        self._idle: LifoQueue[Engine] = LifoQueue()

    @contextmanager
    def engine(self) -> Iterator[Engine]:
        """A connection for this thread; one that failed is closed and not used again."""
        try:
            engine = self._idle.get_nowait()
        except Empty:
            engine = self._open()
        try:
            yield engine
        except BaseException:
            engine.close()
            raise
        self._idle.put(engine)

    def list_after(self, seq: int, limit: int = CHUNK) -> list[Row]:
        """At most ``limit`` rows after a seq, in order."""
        with self.engine() as engine:
            return list_rows(engine, seq, limit)

    def list_of_incident(self, incident: str) -> list[Row]:
        """An incident's whole timeline, with its people's, assignments' and follow-ups' facts."""
        with self.engine() as engine:
            return list_rows_of_incident(engine, incident)

    def list_of_stream(self, stream: str) -> list[Row]:
        """The history of one thing."""
        with self.engine() as engine:
            return list_rows_of_stream(engine, stream)

    def find_receipt(self, request_id: str) -> Receipt | None:
        """The receipt a request was given, or None where no such request is kept."""
        with self.engine() as engine:
            kept = find_kept(engine, request_id)
        return kept.receipt if kept else None

    def list_between(self, after: int, before: int) -> list[Recorded]:
        """The facts strictly between two seqs."""
        found: list[Recorded] = []
        while after + 1 < before and (rows := self.list_after(after, min(CHUNK, before - after - 1))):
            found += [Recorded(row, row.fact) for row in rows if not is_about_the_ledger(row)]
            after = rows[-1].seq
        return found

    def close(self) -> None:
        """Close the idle connections."""
        while not self._idle.empty():
            self._idle.get_nowait().close()
