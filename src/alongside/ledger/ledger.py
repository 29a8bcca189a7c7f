"""The ledger as the rest of the program sees it. Open one with ``alongside.ledger.opening.open_ledger``."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from alongside.core.board import Board
from alongside.ledger.genesis import Identity
from alongside.ledger.guidance import Guidance
from alongside.ledger.jobs import Job
from alongside.ledger.reading import Reading
from alongside.ledger.record import Recorder
from alongside.ledger.row import Head
from alongside.ledger.seat import Seat
from alongside.ledger.subscribe import Fanout, Listener, Subscription
from alongside.ledger.writer import Writer


class Ledger(Recorder):
    """Record, read, look at the board, listen. ``read`` holds everything that reads rows; ``identity`` says demo or live."""

    def __init__(self, seat: Seat, read: Reading, clock: Callable[[], int]) -> None:
        self.identity: Identity = seat.identity
        self._seat, self.read, self.clock = seat, read, clock
        self._closed = False
        self._endings: list[Callable[[], None]] = []
        self._fanout = Fanout(seat.memory.head.seq, read.list_between)
        super().__init__(Writer(seat, clock, self._fanout.publish))

    @property
    def genesis(self) -> str:
        """``demo`` or ``live``: simulated worlds refuse a live one."""
        return self.identity.genesis

    @property
    def epoch(self) -> str:
        """Changes when the ledger was restored from a backup: whoever remembers another one must ask for everything again."""
        return self.identity.epoch

    @property
    def head(self) -> Head:
        """The last committed row's seq, hash and time."""
        with self._seat.gate.held():
            return self._seat.memory.head

    @property
    def trouble(self) -> str:
        """Why nothing can be written at the moment, in a sentence; empty when all is well."""
        return self._seat.trouble

    @property
    def guidance(self) -> Guidance:
        """The rules of the files, and the roads."""
        return self._seat.guidance

    def guidance_at(self, at: int) -> Guidance:
        """The rules in force at a moment (ms UTC), and the roads."""
        return self._seat.guidance.at(self._seat.memory.board, at)

    @contextmanager
    def board(self) -> Iterator[Board]:
        """The board as committed, nobody writing meanwhile. Look and leave: requests wait for you. Never keep or change it."""
        with self._seat.gate.held():
            yield self._seat.memory.board

    def use(self, guidance: Guidance) -> None:
        """Decide by these from the next request on."""
        with self._seat.gate.held():
            self._seat.guidance = guidance

    def subscribe(self, listener: Listener) -> Subscription:
        """Call ``listener`` with newly committed facts, every one, in order. It runs on the writer's thread: hand over, do not work."""
        return self._fanout.subscribe(listener)

    def take_in(self) -> None:
        """Have the writer take in what other nodes committed (PostgreSQL)."""
        self._writer.put(Job((), None, ()))

    def at_the_end(self, ending: Callable[[], None]) -> None:
        """Call this when the ledger is closed, before the database is let go."""
        self._endings.append(ending)

    def close(self) -> None:
        """Finish what waits, then let go of the database; closing twice is fine."""
        if self._closed:
            return
        self._closed = True
        self._writer.stop()
        for ending in self._endings:
            ending()
        self.read.close()
        self._seat.engine.close()
