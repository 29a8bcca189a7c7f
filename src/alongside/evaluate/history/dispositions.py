"""Disposition words → our closed list and the common code: first the mapping's own table, then the library's patterns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import polars as pl

from alongside import library
from alongside.library.reading import read_yaml

FILE = Path(library.__file__).parent / "classify" / "dispositions.yaml"


@dataclass(frozen=True)
class Dispositions:
    """`common`: our code → APCO ANS 1.111.2 code or None; `patterns`: in order, the first that matches decides."""

    common: dict[str, str | None]
    patterns: tuple[tuple[re.Pattern[str], str], ...]


@cache
def list_dispositions() -> Dispositions:
    """The library's dispositions. Raises `Mistake` with the file, line and field of an error."""
    reading = read_yaml(FILE)
    common = {code: reading.find("codes", code, "common") for code in reading.get("codes")}
    patterns = []
    for index, rule in enumerate(reading.get("patterns")):
        if rule["code"] not in common:
            raise reading.mistake("is not in codes above", "patterns", index, "code")
        try:
            patterns.append((re.compile(rule["words"], re.IGNORECASE), str(rule["code"])))
        except re.error as error:
            raise reading.mistake(f"is not a regular expression: {error}", "patterns", index, "words") from error
    return Dispositions(common, tuple(patterns))


def known_codes() -> frozenset[str]:
    """Our closed list."""
    return frozenset(list_dispositions().common)


def find_code(text: str, own: dict[str, str]) -> str | None:
    """Our code for one text, or None. Texts joined by commas are read up to the first that has a code."""
    for part in (text, *text.split(",")):
        if part.strip() in own:
            return own[part.strip()]
    return next((code for pattern, code in list_dispositions().patterns if pattern.search(text)), None)


def code_table(texts: pl.Series, own: dict[str, str]) -> pl.DataFrame:
    """For each distinct text: `disposition_text`, `disposition`, `disposition_common`."""
    codes = [find_code(text, own) for text in texts]
    common = [list_dispositions().common[code] if code else None for code in codes]
    return pl.DataFrame(
        {"disposition_text": texts, "disposition": codes, "disposition_common": common},
        schema={"disposition_text": pl.String, "disposition": pl.String, "disposition_common": pl.String},
    )
