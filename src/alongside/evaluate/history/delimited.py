"""Delimited text in blocks of a few megabytes: quick where lines are plain, careful where they are not, never all in memory."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import IO

import numpy as np
import polars as pl

from alongside.evaluate.history.batch import Batch, Unreadable, check_columns
from alongside.evaluate.history.careful import split_carefully
from alongside.evaluate.history.mapping import File

BLOCK = 16 * 1024 * 1024
LONGEST = 64 * 1024 * 1024


@dataclass
class Layout:
    """The header of one file, and which of its columns are wanted."""

    file: str
    separator: str
    header: list[str]
    used: list[str]


def read_delimited(file: str, stream: IO[bytes], how: File, wanted: dict[str, bool], share: Callable[[], float]) -> Iterator[Batch]:
    """Batches of the file's rows; a line that cannot be split goes aside by its line number. Raises `Unreadable`."""
    blocks = split_blocks(file, to_utf8(stream, how.encoding))
    first = next(blocks, b"")
    head, _, rest = first.partition(b"\n")
    layout = read_header(file, head, how, wanted)
    line = 2
    for block in chain((rest,), blocks):
        lines = count_lines(block)
        if block.strip():
            batch = read_plain(layout, block, line, lines, share()) or read_screened(layout, block, line, share())
            yield batch or split_carefully(layout.file, layout.header, layout.used, layout.separator, block, line, share())
        line += lines


def read_header(file: str, head: bytes, how: File, wanted: dict[str, bool]) -> Layout:
    text = head.decode("utf-8", "replace").lstrip("\ufeff").strip("\r\n")
    if not text.strip():
        raise Unreadable(f"{file}: the file is empty; a header line with the names of the columns is needed.")
    header = [name.strip() for name in next(csv.reader([text], delimiter=how.separator))]
    return Layout(file, how.separator, header, check_columns(file, header, wanted))


def to_utf8(stream: IO[bytes], encoding: str) -> Iterator[bytes]:
    """The stream's bytes in blocks, as UTF-8; bytes that mean nothing in `encoding` become U+FFFD."""
    if encoding.lower().replace("_", "").replace("-", "") == "utf8":
        while block := stream.read(BLOCK):
            yield block
        return
    reader = io.TextIOWrapper(stream, encoding, errors="replace", newline="")
    while text := reader.read(BLOCK):
        yield text.encode()


def split_blocks(file: str, blocks: Iterator[bytes]) -> Iterator[bytes]:
    """The same bytes, each block ending at the end of a line where no quotation is open (as far as that can be told)."""
    carry = b""
    for block in blocks:
        carry += block
        cut = find_cut(carry)
        if cut:
            yield carry[:cut]
            carry = carry[cut:]
        if len(carry) > LONGEST:
            raise Unreadable(f"{file}: a line is longer than 64 MB; is it delimited text, and is the separator right?")
    if carry:
        yield carry


def find_cut(block: bytes) -> int:
    """Where to cut: after the last line that leaves no quotation open, or after the last line if a stray mark spoils the count."""
    last = cut = block.rfind(b"\n") + 1
    odd = count(memoryview(block)[:cut], '"') % 2
    for _ in range(200):
        if not odd or not cut:
            return cut
        before = block.rfind(b"\n", 0, cut - 1) + 1
        odd ^= block.count(b'"', before, cut) % 2
        cut = before
    return last


def count_lines(block: bytes) -> int:
    return count(block, "\n") + (not block.endswith(b"\n"))


def count(block: bytes | memoryview, sign: str) -> int:
    """How often an ASCII sign stands in the block (numpy: several times as fast as bytes.count for frequent signs)."""
    return int(np.count_nonzero(np.frombuffer(block, np.uint8) == ord(sign)))


def read_plain(layout: Layout, block: bytes, line: int, lines: int, share: float) -> Batch | None:
    """The quick way, taken only where no line can be wrong: quotations closed on their own line, exactly the right number of
    separators outside them, as many rows as lines, and no row with a field too many (so that none can have one too few)."""
    within = b'"'.join(block.split(b'"')[1::2]) if b'"' in block else b""
    outside = count(block, layout.separator) - count(within, layout.separator)
    if count(block, '"') % 2 or b"\n" in within or outside != lines * (len(layout.header) - 1):
        return None
    frame = parse(layout, block)
    if frame is None or frame.height != lines or frame["~"].is_not_null().any():
        return None
    rows = pl.int_range(line, line + lines, dtype=pl.UInt32, eager=True).alias("row")
    return Batch(layout.file, frame.drop("~").with_columns(rows), lines, share)


def read_screened(layout: Layout, block: bytes, line: int, share: float) -> Batch | None:
    """Each line's separators outside quotations are counted; wrong lines go aside, the others are read the quick way."""
    lines = pl.DataFrame({"text": block.decode("utf-8", "replace").removesuffix("\n").split("\n")}).with_row_index("row", line)
    bare = pl.when(pl.col("text").str.contains('"', literal=True)).then(pl.col("text").str.replace_all(r'"[^"]*"', "")).otherwise("text")
    lines = lines.filter(pl.col("text").str.strip_chars() != "").with_columns(bare.alias("bare"))
    if lines["bare"].str.contains('"', literal=True).any():
        return None  # a quotation that spans lines, or never ends
    right = lines["bare"].str.count_matches(layout.separator, literal=True) == len(layout.header) - 1
    if lines.filter(~right)["text"].str.contains('"', literal=True).any():
        return None  # perhaps a mark that is only a mark: six feet two inches
    good = lines.filter(right)
    frame = parse(layout, ("\n".join(good["text"]) + "\n").encode()) if good.height else None
    if good.height and (frame is None or frame.height != good.height):
        return None
    frame = pl.DataFrame(schema=dict.fromkeys(["~", *layout.used], pl.String)) if frame is None else frame
    frame = frame.drop("~").with_columns(good["row"].cast(pl.UInt32))
    wrong = tuple((row, "", *explain(layout, bare)) for row, bare in lines.filter(~right).select("row", "bare").iter_rows())
    return Batch(layout.file, frame, lines.height, share, wrong)


def explain(layout: Layout, bare: str) -> tuple[str, str]:
    fields = bare.count(layout.separator) + 1
    return "wrong number of fields", f"the line has {fields} fields where the header has {len(layout.header)}"


def parse(layout: Layout, block: bytes) -> pl.DataFrame | None:
    """The used columns as text, and `~` (filled where a line has too many fields); None where the quick reader gives up."""
    names = [f"c{index}" for index in range(len(layout.header))]
    kept = {names[layout.header.index(name)]: name for name in layout.used}
    head = layout.separator.join([*names, "~"]) + "\n"
    try:
        frame = pl.read_csv(
            io.BytesIO(head.encode() + block), separator=layout.separator, infer_schema=False, truncate_ragged_lines=True,
            missing_columns="insert", columns=[*kept, "~"], encoding="utf8",
        )  # fmt: skip
    except pl.exceptions.ComputeError:
        return None  # told row by row by the careful reader, which comes next
    return frame.rename(kept)
