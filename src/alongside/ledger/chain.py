"""Extend the hash chain: facts become rows, and the board, the stream versions and the projections move with them."""

from collections.abc import Sequence

from alongside.core.apply import apply
from alongside.core.fact import Fact
from alongside.ledger.body import encode
from alongside.ledger.engine import Engine
from alongside.ledger.memory import Memory, Recorded
from alongside.ledger.projections.project import Touched
from alongside.ledger.row import Head, Row, hash_of
from alongside.ledger.store import ADD_FACT

HALF_WAY = Head(-1)  # equals no ledger's head: a fault between here and the end has the memory read anew


class Chain:
    """The facts of one commit; ``now`` is when they are recorded (ms UTC)."""

    def __init__(self, memory: Memory, now: int) -> None:
        self._memory, self._now = memory, now
        self._touched = Touched()
        self.recorded: list[Recorded] = []

    def extend(self, facts: Sequence[Fact], by: str, request_id: str, cause: str) -> None:
        """Number, hash and apply one request's facts. Nothing reaches the disk before :meth:`write`."""
        memory, now = self._memory, self._now
        versions, board = memory.versions, memory.board
        seq, previous, _ = memory.head
        memory.head = HALF_WAY
        for part, fact in enumerate(facts):
            seq += 1
            version = versions[fact.stream] = versions.get(fact.stream, 0) + 1
            kind, body = type(fact), encode(fact).decode()
            fields = (seq, fact.stream, version, kind.__name__, kind.kind_version, fact.at, now, by, request_id, part, cause, body)
            hash = hash_of(fields, previous)
            self.recorded.append(Recorded(Row(*fields, previous, hash), fact))
            apply(board, fact)
            self._touched.add(board, fact, seq)
            previous = hash
        memory.head = Head(seq, previous, now)

    def write(self, engine: Engine) -> None:
        """Rows and projections, inside the open transaction."""
        if self.recorded:
            engine.execute_many(ADD_FACT, [recorded.row for recorded in self.recorded])
            self._touched.write(engine, self._memory.board)
