"""The careful way to split delimited text: for blocks with quotations over several lines, or that never end."""

from __future__ import annotations

import csv
import io
from itertools import islice

import polars as pl

from alongside.evaluate.history.batch import Batch

MOST_LINES = 2_000  # a field that spans more lines than this was never closed
FIELD_LIMIT = 8 * 1024 * 1024

Record = tuple[int, list[str]]
Aside = tuple[int, str, str, str]


def split_carefully(file: str, header: list[str], used: list[str], separator: str, block: bytes, line: int, share: float) -> Batch:
    """One batch of the block's records; what cannot be split goes aside, one line at a time, and the next line is tried anew."""
    lines = block.decode("utf-8", "replace").splitlines(keepends=True) if b"\r" in block else text_lines(block)
    records, aside = split(lines, line, len(header), separator)
    places = [(header.index(name), name) for name in used]
    columns = {name: pl.Series(name, [fields[place] or None for _, fields in records], pl.String) for place, name in places}
    rows = pl.Series("row", [row for row, _ in records], pl.UInt32)
    return Batch(file, pl.DataFrame([*columns.values(), rows]), len(records) + len(aside), share, tuple(aside))


def text_lines(block: bytes) -> list[str]:
    return list(io.StringIO(block.decode("utf-8", "replace")))


def split(lines: list[str], first: int, width: int, separator: str) -> tuple[list[Record], list[Aside]]:
    records: list[Record] = []
    aside: list[Aside] = []
    at = 0
    while at < len(lines):
        taken, fields, problem = next_record(lines, at, separator)
        swallowed = taken > 1 and swallows(lines[at : at + taken], width, separator)
        if fields and not problem and len(fields) == width and not swallowed:
            records.append((first + at, fields))
        elif problem or taken > 1:
            aside.append((first + at, "", "quotation never closed", problem or "a quotation mark is opened and swallows the lines below"))
            taken = 1
        elif fields:
            detail = f"the line has {len(fields)} fields where the header has {width}"
            aside.append((first + at, "", "wrong number of fields", detail))
        at += taken
    return records, aside


def swallows(lines: list[str], width: int, separator: str) -> bool:
    """Whether a record over several lines has eaten whole rows: a line inside it is a row by itself, or its first and last both are.

    A text that truly spans lines leaves its first or its last line short of fields."""
    whole = [line.count(separator) == width - 1 for line in lines]
    return any(whole[1:-1]) or (whole[0] and whole[-1])


def next_record(lines: list[str], at: int, separator: str) -> tuple[int, list[str], str]:
    """How many lines the record takes, its fields (empty for a blank line), and what is wrong with it."""
    csv.field_size_limit(FIELD_LIMIT)
    reader = csv.reader(islice(lines, at, at + MOST_LINES), delimiter=separator, strict=True)
    try:
        fields = next(reader, [])
    except csv.Error as error:
        return 1, [], f"the line cannot be split: {error}"
    blank = not any(field.strip() for field in fields) and len(fields) < 2
    return max(1, reader.line_num), [] if blank else fields, ""
