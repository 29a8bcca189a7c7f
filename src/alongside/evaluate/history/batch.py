"""What every kind of source hands on: batches of text columns, and the rows that could not even be split into columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import polars as pl

ASIDE = {"file": pl.String, "row": pl.UInt32, "column": pl.String, "reason": pl.String, "detail": pl.String}


class Unreadable(ValueError):
    """A file that cannot be read at all: one sentence of what, where, what to do."""


@dataclass(frozen=True)
class Batch:
    """Some rows of one file: all columns text, plus `row` (UInt32). `read` counts the rows, those in `aside` included."""

    file: str
    frame: pl.DataFrame
    read: int
    share: float  # how much of the whole source is read once this batch is done, 0 to 1
    aside: tuple[tuple[int, str, str, str], ...] = ()  # row, column, reason, detail
    notes: tuple[str, ...] = field(default=())


def aside_frame(file: str, rows: Sequence[tuple[int, str, str, str]]) -> pl.DataFrame:
    """Rows set aside, as `ASIDE`."""
    return pl.DataFrame([(file, *row) for row in rows], schema=ASIDE, orient="row")


def check_columns(file: str, found: Sequence[str], wanted: dict[str, bool]) -> list[str]:
    """The wanted columns that the file has, in its order; raises `Unreadable` when a needed one is missing or doubled."""
    missing = [name for name, must in wanted.items() if must and name not in found]
    if missing:
        shown = ", ".join(found[:12]) + (" …" if len(found) > 12 else "")
        raise Unreadable(f"{file}: the column “{missing[0]}” that the mapping needs is not there; the file has {shown}.")
    doubled = [name for name in wanted if found.count(name) > 1] if isinstance(found, list) else []
    if doubled:
        raise Unreadable(f"{file}: the column “{doubled[0]}” is there twice; rename one of them.")
    return [name for name in found if name in wanted]


def ahead(batches: Iterator[Batch]) -> Iterator[Batch]:
    """The same batches, the next one being read on another thread while this one is worked on."""
    with ThreadPoolExecutor(1) as reader:
        following = reader.submit(next, batches, None)
        while (batch := following.result()) is not None:
            following = reader.submit(next, batches, None)
            yield batch
