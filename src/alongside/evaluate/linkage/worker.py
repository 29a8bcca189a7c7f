"""``python -m alongside.evaluate.linkage.worker``: a process that compares records in its memory and is gone afterwards.

Rows come in as JSON lines on standard input: {"record", and the columns of ``levels``}; before them one line {"limit_mb", "threads",
"most"}. Pairs go out as JSON lines, the strongest first: {"one", "other", "bits", "grounds"}; then {"compared"} or {"refused"}. Nothing
is written anywhere, no core is dumped, and an error says its kind alone: a message could quote somebody's name.
"""

import json
import resource
import sys
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

ALIAS = "#"  # somebody with two names has a row for each: id#0, id#1
NO_MEMORY, FAILED = "no_memory", "failed"


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
    columns, count = read_columns(lines)
    if count:
        yield from strongest(columns, count, told)
    yield {"compared": len({one.partition(ALIAS)[0] for one in columns["record"]})}


def read_columns(lines: Iterable[str]) -> tuple[dict[str, list[str | None]], int]:
    """The rows, by column."""
    from alongside.evaluate.linkage.levels import COLUMNS  # noqa: PLC0415

    columns: dict[str, list[Any]] = {name: [] for name in ("record", *COLUMNS)}
    for line in lines:
        row = json.loads(line)
        for name, values in columns.items():
            values.append(row.get(name) or None)
    return columns, len(columns["record"])


def strongest(columns: dict[str, list[str | None]], count: int, told: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Each two records once, by whichever of their names agree best."""
    import pyarrow  # noqa: PLC0415  (costs a second, and only this process needs it)

    from alongside.evaluate.linkage.memory import open_in_memory  # noqa: PLC0415
    from alongside.evaluate.linkage.model import link, list_pairs  # noqa: PLC0415

    connection = open_in_memory(told["limit_mb"], told["threads"])
    connection.register("records", pyarrow.table({name: pyarrow.array(values, pyarrow.string()) for name, values in columns.items()}))
    seen: set[tuple[str, str]] = set()
    for pair in list_pairs(link(connection, ["records"], count)):
        one, other = sorted((pair.one.partition(ALIAS)[0], pair.other.partition(ALIAS)[0]))
        if one == other or (one, other) in seen:
            continue
        seen.add((one, other))
        grounds = [(field, level, round(bits)) for field, level, bits in pair.grounds]
        yield {"one": one, "other": other, "bits": round(pair.bits), "grounds": grounds}
        if len(seen) >= told["most"]:
            return


if __name__ == "__main__":
    sys.exit(main())
