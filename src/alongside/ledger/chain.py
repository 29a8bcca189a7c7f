"""Extend the hash chain: facts become rows, the board and the stream versions move with them."""

from collections.abc import Sequence

from alongside.core.apply import apply
from alongside.core.fact import Fact
from alongside.ledger.body import encode
from alongside.ledger.memory import Memory, Recorded
from alongside.ledger.row import Head, Row, hash_of


def extend(memory: Memory, facts: Sequence[Fact], by: str, request_id: str, cause: str, now: int) -> list[Recorded]:
    """Number, hash and apply a request's facts; ``now`` is when they are recorded (ms UTC). Nothing is written to disk here."""
    versions, board = memory.versions, memory.board
    seq, previous, _ = memory.head
    added = []
    for part, fact in enumerate(facts):
        seq += 1
        version = versions[fact.stream] = versions.get(fact.stream, 0) + 1
        kind, body = type(fact), encode(fact).decode()
        fields = (seq, fact.stream, version, kind.__name__, kind.kind_version, fact.at, now, by, request_id, part, cause, body)
        hash = hash_of(fields, previous)
        added.append(Recorded(Row(*fields, previous, hash), fact))
        apply(board, fact)
        previous = hash
    memory.head = Head(seq, previous, now)
    return added
