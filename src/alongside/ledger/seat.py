"""The writer's seat: its connection, what it remembers, and getting both back after something went wrong."""

import logging
from collections.abc import Callable, Sequence
from uuid import uuid4

from alongside.ledger.engine import CHANNEL, Engine
from alongside.ledger.genesis import Identity
from alongside.ledger.guidance import Guidance
from alongside.ledger.memory import Gate, Memory, Recorded
from alongside.ledger.refused import LedgerUnavailable
from alongside.ledger.replay import replay
from alongside.ledger.store import get_head, has_row, list_rows

log = logging.getLogger(__name__)
ANOTHER_HISTORY = (
    "What was acknowledged up to row {seq} is not in the database any more: another or an older one is in its place. Nothing more is "
    "acknowledged. Put the first one back, or stop the server, and start it again on this one."
)
TRIAL_BYTES = 262_144


class Seat:
    """Used by the writer thread alone, but for ``gate`` and what is read through it."""

    def __init__(self, engine: Engine, reopen: Callable[[], Engine], identity: Identity, memory: Memory, guidance: Guidance) -> None:
        self.engine, self._reopen, self.identity, self.memory, self.guidance = engine, reopen, identity, memory, guidance
        self.node = uuid4().hex  # signs what it notifies, so it need not listen to itself
        self.gate = Gate()
        self.acknowledged = memory.head  # the last row that anybody was told is kept
        self.trouble = ""  # why nothing can be written now, in one sentence; empty when all is well

    def catch_up(self) -> list[Recorded]:
        """Take in what other nodes wrote meanwhile and give it back; on SQLite nobody else writes. Hold the gate."""
        if self.engine.name == "sqlite":
            return []
        caught: list[Recorded] = []
        while rows := list_rows(self.engine, self.memory.head.seq):
            caught += self.memory.take_in(rows)
        return caught

    def commit(self, recorded: Sequence[Recorded]) -> None:
        """Make it durable and tell other nodes."""
        if recorded and self.engine.name == "postgres":
            self.engine.execute("SELECT pg_notify(?, ?)", (CHANNEL, self.node))
        self.engine.commit()
        self.acknowledged = self.memory.head

    def must_be_ready(self) -> None:
        """After trouble, see that the disk takes writes again before anything is decided. Raises what is still wrong."""
        if not self.trouble:
            return
        try:
            self._try_writing()
            with self.gate.held():
                self.memory = self._read_again()
        except self.engine.failures as broken:
            raise LedgerUnavailable(self.trouble) from broken
        self.trouble = ""

    def _try_writing(self) -> None:
        """The same file still; then a write of some size, taken back, so that a full disk is found before a request is decided."""
        self.engine.must_be_in_place()
        self.engine.close()
        self.engine = self._reopen()
        self._must_be_the_same_history()
        self.engine.begin()
        blob = "BYTEA" if self.engine.name == "postgres" else "BLOB"
        self.engine.execute(f"CREATE TABLE IF NOT EXISTS write_trial (filling {blob})")
        self.engine.execute("INSERT INTO write_trial (filling) VALUES (?)", (bytes(TRIAL_BYTES),))
        self.engine.commit()
        self.engine.execute("DROP TABLE write_trial")

    def restore(self) -> None:
        """The commit is off: forget what the board saw of it."""
        try:
            self.engine.rollback()
            with self.gate.held():
                self.memory = self._read_again()
        except self.engine.failures as broken:
            log.error("the ledger cannot be read again yet: %s", broken)
            self.trouble = str(broken)

    def _must_be_the_same_history(self) -> None:
        """No board goes back in time under the people who look at it: what they were told happened must still be there."""
        if not has_row(self.engine, self.acknowledged):
            raise LedgerUnavailable(ANOTHER_HISTORY.format(seq=self.acknowledged.seq))

    def _read_again(self) -> Memory:
        """Keep the memory where nothing was decided; otherwise fold the ledger anew."""
        if get_head(self.engine) == self.memory.head:
            return self.memory
        self._must_be_the_same_history()
        return replay(self.engine)
