"""``python -m alongside.evaluate.linkage.worker``: a process that compares records in its memory and is gone afterwards.

Rows come in as JSON lines on standard input: {"record", and the columns of ``levels``}; before them one line {"limit_mb", "threads",
"most"}. Pairs go out as JSON lines, the strongest first: {"one", "other", "bits", "grounds"}; then {"compared"} or {"refused"}. Nothing
is written anywhere, no core is dumped, and an error says its kind alone: a message could quote somebody's name.
"""

import json
import resource
import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, NamedTuple, TextIO

import pyarrow  # type: ignore[import-untyped]

from alongside.evaluate.linkage.levels import COLUMNS
from alongside.evaluate.linkage.memory import open_in_memory

ALIAS = "#"  # somebody with two names has a row for each, one after the other: id#0, id#1
AT_ONCE = 50_000  # rows
NO_MEMORY, FAILED = "no_memory", "failed"
SCHEMA = pyarrow.schema([(name, pyarrow.string()) for name in ("record", *COLUMNS)])


class Rows(NamedTuple):
    """What came in, and of how many records."""

    table: pyarrow.Table
    records: int


def main() -> int:
    """0 in any case: what went wrong is the last line."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        for line in compare(sys.stdin):
            sys.stdout.write(json.dumps(line) + "\n")
    except Exception as wrong:  # noqa: BLE001  (whoever reads is told what kind it was, never what it says)
        refused = NO_MEMORY if type(wrong).__name__ in ("OutOfMemoryException", "MemoryError") else FAILED
        sys.stdout.write(json.dumps({"refused": refused, "kind": type(wrong).__name__}) + "\n")
    sys.stdout.flush()
    return 0


def compare(lines: TextIO) -> Iterator[dict[str, Any]]:
    """Every line that goes out."""
    told = json.loads(lines.readline())
    rows = read_rows(lines)
    if rows.records > 1:
        yield from strongest(rows.table, told)
    yield {"compared": rows.records}


def read_rows(lines: Iterable[str]) -> Rows:
    """The rows, and how many records they are of."""
    tables, records, last, waiting = [], 0, "", iter(lines)
    while some := [json.loads(line) for line in islice(waiting, AT_ONCE)]:
        tables.append(pyarrow.Table.from_pylist([{name: row.get(name) or None for name in SCHEMA.names} for row in some], SCHEMA))
        for row in some:
            records, last = records + (base(row["record"]) != last), base(row["record"])
    return Rows(pyarrow.concat_tables(tables) if tables else SCHEMA.empty_table(), records)


def strongest(table: pyarrow.Table, told: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Each two records once, by whichever of their names agree best."""
    from alongside.evaluate.linkage.model import link, list_pairs  # noqa: PLC0415  (splink costs a second; bad input needs none of it)

    connection = open_in_memory(told["limit_mb"], told["threads"])
    connection.register("records", table)
    seen: set[tuple[str, str]] = set()
    for pair in list_pairs(link(connection, ["records"], len(table))):
        one, other = sorted((base(pair.one), base(pair.other)))
        if one == other or (one, other) in seen:
            continue
        seen.add((one, other))
        grounds = [(field, level, round(bits)) for field, level, bits in pair.grounds]
        yield {"one": one, "other": other, "bits": round(pair.bits), "grounds": grounds}
        if len(seen) >= told["most"]:
            return


def base(record: str) -> str:
    """The record a row is of."""
    return record.partition(ALIAS)[0]


if __name__ == "__main__":
    sys.exit(main())
