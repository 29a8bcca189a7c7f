"""The readings on every core of this machine: each process looks at a stretch of them. What is found is the same."""

import os
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import NamedTuple

from alongside.ledger.engine import Engine, Where, is_postgres, open_engine
from alongside.server.audit.checking import FIRST, After, Finding, Marks, check_reads, check_told, tell
from alongside.server.audit.head import Head
from alongside.server.records.audit import COLUMNS

HASHED = ", previous_hash, hash"
STRETCH = 200_000  # readings; fewer than two of these are not worth a second process
ROWS = f"SELECT {COLUMNS} FROM words_read WHERE seq > ? AND seq <= ? ORDER BY seq"
ONE = f"SELECT {COLUMNS} FROM words_read WHERE seq = ?"
# SQLite makes the JSON of a reading in a third of the time that it takes to hand over its columns. Should it ever write another than ours,
# the hash is wrong, and the reading is read again, column by column.
BODY, HASHES = COLUMNS.removesuffix(HASHED), HASHED.removeprefix(", ")
TOLD = f"SELECT seq, CAST(json_array({BODY}) AS BLOB), {HASHES} FROM words_read WHERE seq > ? AND seq <= ? ORDER BY seq"


class Stretch(NamedTuple):
    """What one process is told: where, after which reading, up to which, and the heads that speak of them."""

    where: Where
    after: int
    until: int
    marks: Mapping[int, list[Head]]


def check_all_reads(where: Where, side: Engine, marks: Marks, last: int, length: int = STRETCH) -> Iterator[Finding]:
    """As :func:`check_reads` over every row. ``where`` is what ``side`` was opened from."""
    ((until,),) = side.fetch("SELECT COALESCE(max(seq), 0) FROM words_read")
    starts = range(0, until, length)
    cores = min(os.cpu_count() or 1, len(starts))
    if cores < 2:
        yield from check_between(where, side, marks, (0, until, last), FIRST)
        return
    stretches = [Stretch(where, start, min(start + length, until), _between(marks, start, start + length)) for start in starts]
    with ProcessPoolExecutor(cores, get_context("spawn")) as pool:
        for found in pool.map(look_at, stretches):
            yield from found
    if until < last:
        yield Finding("reads_cut", until, last)


def look_at(told: Stretch) -> list[Finding]:
    """In a process of its own."""
    engine = open_engine(told.where, reading=True)
    try:
        return list(check_between(told.where, engine, told.marks, (told.after, told.until, 0), _row_before(engine, told.after)))
    finally:
        engine.close()


def check_between(where: Where, engine: Engine, marks: Marks, span: tuple[int, int, int], before: After) -> Iterator[Finding]:
    """The readings after the first figure of ``span`` up to the second; the third is the furthest any head speaks of."""
    after, until, last = span
    if is_postgres(where):
        return check_reads(engine.stream(ROWS, (after, until)), marks, last, before)
    return check_told(engine.stream(TOLD, (after, until)), marks, last, before, lambda seq: tell(engine.fetch(ONE, (seq,))[0]))


def _row_before(engine: Engine, seq: int) -> After:
    """The last row that is there up to ``seq``: a gap at the seam is found as anywhere else."""
    rows = engine.fetch("SELECT seq, hash FROM words_read WHERE seq <= ? ORDER BY seq DESC LIMIT 1", (seq,)) if seq else []
    return After(rows[0][0], bytes(rows[0][1])) if rows else FIRST


def _between(marks: Marks, after: int, until: int) -> dict[int, list[Head]]:
    return {seq: list(heads) for seq, heads in marks.items() if after < seq <= until}
