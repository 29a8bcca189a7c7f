"""Walks along the chain of readings while the server runs: what is new at once, and again and again a stretch of what is old."""

from collections import defaultdict

from alongside.ledger.engine import Engine
from alongside.ledger.schema import list_unguarded
from alongside.server.audit.checking import FIRST, After, Finding, check_reads
from alongside.server.audit.head import COLUMNS as HEADS
from alongside.server.audit.head import Head, find_last, make_head
from alongside.server.records.audit import COLUMNS
from alongside.server.records.side import APPEND_ONLY

STRETCH = 10_000  # readings a look; a year of 100,000 a day is gone through in 61 hours of looks a minute apart
ROWS = f"SELECT {COLUMNS} FROM words_read WHERE seq > ? ORDER BY seq LIMIT ?"
SIGNED = f"SELECT {HEADS} FROM audit_head WHERE reads_seq > ? AND reads_seq <= ? ORDER BY seq"


class Walk:
    """Remembers how far it has come, and the stretches in which something was wrong: those are looked at again each time."""

    def __init__(self, known: frozenset[str], stretch: int = STRETCH) -> None:
        self._known, self._length, self._newest, self._old = known, stretch, After(-1), 0
        self._wrong: set[int] = set()

    def look(self, engine: Engine) -> list[Finding]:
        """What is wrong now; empty while everything looked at is as it was written."""
        found = [Finding("unguarded", 0) for _ in list_unguarded(engine, APPEND_ONLY)]
        for start in sorted({*self._wrong, self._next_old(engine)}):
            wrong = self._stretch(engine, _after(engine, start))
            (self._wrong.add if wrong else self._wrong.discard)(start)
            found += wrong
        return found + self._new(engine) + self._heads(engine)

    def _next_old(self, engine: Engine) -> int:
        ((last,),) = engine.fetch("SELECT COALESCE(max(seq), 0) FROM words_read")
        here = self._old if self._old < last else 0
        self._old = here + self._length
        return here

    def _new(self, engine: Engine) -> list[Finding]:
        """Since the last look; from the first look on, the newest stretch."""
        if self._newest.seq < 0:
            ((last,),) = engine.fetch("SELECT COALESCE(max(seq), 0) FROM words_read")
            self._newest = _after(engine, max(0, last - self._length))
        before, found = self._newest, self._stretch(engine, self._newest)
        if found:
            self._wrong.add(before.seq)
        return found

    def _stretch(self, engine: Engine, after: After) -> list[Finding]:
        rows = engine.fetch(ROWS, (after.seq, self._length))
        marks: dict[int, list[Head]] = defaultdict(list)
        if rows:
            for row in engine.fetch(SIGNED, (after.seq, rows[-1][0])):
                marks[row[3]].append(make_head(row))
        if rows and after.seq == self._newest.seq:
            self._newest = After(rows[-1][0], bytes(rows[-1][-1]))
        signers = [head for some in marks.values() for head in some]
        return [*check_reads(rows, marks, 0, after), *(found for head in signers for found in self._signer(head))]

    def _heads(self, engine: Engine) -> list[Finding]:
        """The newest head: ours, sound, and speaking of no more than there is."""
        head = find_last(engine)
        if head is None:
            return []
        ((last,),) = engine.fetch("SELECT COALESCE(max(seq), 0) FROM words_read")
        return [*self._signer(head), *([Finding("reads_cut", last, head.reads_seq)] if head.reads_seq > last else [])]

    def _signer(self, head: Head) -> list[Finding]:
        if not head.is_sound:
            return [Finding("head_unsigned", head.seq)]
        return [] if head.public_key in self._known else [Finding("head_unknown_key", head.seq)]


def _after(engine: Engine, seq: int) -> After:
    """That row; where it is gone, its place, so that what follows it is found wrong."""
    rows = engine.fetch("SELECT hash FROM words_read WHERE seq = ?", (seq,)) if seq else []
    return After(seq, bytes(rows[0][0])) if rows else FIRST._replace(seq=seq)
