"""Look at every row: the chain, the streams, the guards, the words, and the promise itself."""

from collections.abc import Callable
from dataclasses import dataclass, field

from msgspec import MsgspecError

from alongside.ledger.engine import Engine
from alongside.ledger.memory import Memory
from alongside.ledger.promise import list_broken
from alongside.ledger.refused import LedgerRefused
from alongside.ledger.row import NO_HASH, Row, hash_of
from alongside.ledger.schema import list_unguarded
from alongside.ledger.store import stream_rows
from alongside.ledger.stream import ignore
from alongside.ledger.verify_words import find_altered_words, not_yet_there

MOST_FINDINGS = 100
TOLD_ROWS = 5_000


@dataclass(slots=True)
class Findings:
    """What is wrong, in sentences; empty when all is well."""

    rows: int = 0
    sentences: list[str] = field(default_factory=list)

    @property
    def is_whole(self) -> bool:
        """Whether nothing was found."""
        return not self.sentences

    def say(self, sentence: str) -> None:
        """Note a finding; after a hundred the rest is left out."""
        if len(self.sentences) < MOST_FINDINGS:
            self.sentences.append(sentence)


def verify(engine: Engine, seen: Callable[[int], None] = ignore) -> Findings:
    """Check the whole ledger. Writes nothing; safe beside a running server. ``seen`` hears of every few thousand rows looked at."""
    found = Findings()
    for table in set(list_unguarded(engine)) - not_yet_there(engine):
        found.say(f"Table {table}: its append-only triggers are missing or changed.")
    _check_rows(engine, found, seen)
    _check_requests(engine, found)
    for sentence in find_altered_words(engine):
        found.say(sentence)
    return found


def _check_rows(engine: Engine, found: Findings, seen: Callable[[int], None]) -> None:
    memory, expected, previous = Memory(), 1, NO_HASH
    for row in stream_rows(engine):
        found.rows += 1
        if not found.rows % TOLD_ROWS:
            seen(TOLD_ROWS)
        if row.seq != expected:
            found.say(f"Row {expected}: it is gone (the next one there is {row.seq}).")
        if bytes(row.previous_hash) != previous or hash_of(row[:12], previous) != bytes(row.hash):
            found.say(f"Row {row.seq}: it was altered, moved, or follows a row that was ({row.kind} of {row.stream}).")
        if row.version != memory.versions.get(row.stream, 0) + 1:
            found.say(f"Row {row.seq}: stream {row.stream} jumps to version {row.version}.")
        _check_promise(memory, row, found)
        expected, previous = row.seq + 1, bytes(row.hash)


def _check_promise(memory: Memory, row: Row, found: Findings) -> None:
    """Fold the row, then see that every episode it speaks of has exactly one responsible party, or is ended."""
    try:
        recorded = list(memory.take_in([row]))
    except (MsgspecError, LedgerRefused, ValueError, TypeError, LookupError, AttributeError) as broken:
        found.say(f"Row {row.seq}: it cannot be read ({type(broken).__name__}).")
        return
    for _, fact in recorded:
        if (fact.stream, fact.at) != (row.stream, row.happened_at):
            found.say(f"Row {row.seq}: its body speaks of another stream or time than the row.")
        for sentence in list_broken(memory.board, fact):
            found.say(f"Row {row.seq}: {sentence}")


def _check_requests(engine: Engine, found: Findings) -> None:
    sql = (
        "SELECT r.id, r.facts, count(f.seq) FROM request r LEFT JOIN fact f ON f.request_id = r.id "
        "AND f.seq >= r.first_seq AND f.seq < r.first_seq + r.facts GROUP BY r.id, r.facts HAVING count(f.seq) <> r.facts"
    )
    for id, facts, there in engine.fetch(sql):
        found.say(f"Request {id}: {facts} facts were caused by it and {there} are there.")
