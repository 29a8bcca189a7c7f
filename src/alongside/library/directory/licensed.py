"""A taxonomy a county holds a licence for: which of its codes answer which of our needs. It is loaded beside ours; none is shipped."""

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path

from alongside.library.directory.needs import load_needs
from alongside.library.reading import Mistake

COLUMNS = ("code", "name", "need")


def read_licensed(path: Path) -> dict[str, str]:
    """Need by code, from a CSV of code, name, need; a code speaks for every longer one that begins with it. Raises ``Mistake``."""
    try:
        rows = list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))
    except (OSError, UnicodeDecodeError) as broken:
        raise Mistake(path.name, 1, "", f"cannot be read as UTF-8 text ({type(broken).__name__})") from broken
    found: dict[str, str] = {}
    for line, row in enumerate(rows, 2):
        for name in ("code", "need"):
            if not (row.get(name) or "").strip():
                raise Mistake(path.name, line, name, f"is missing; the columns are {', '.join(COLUMNS)}")
        code, need = str(row["code"]).strip(), str(row["need"]).strip()
        if need not in load_needs():
            raise Mistake(path.name, line, "need", f"“{need}” is not one of our needs: {', '.join(load_needs())}")
        if found.setdefault(code, need) != need:
            raise Mistake(path.name, line, "code", f"“{code}” is written twice with different needs; keep one")
    return found


def needs_by(codes: Iterable[str], licensed: Mapping[str, str]) -> frozenset[str]:
    """The needs of these codes: each by its own entry, or by the longest one it begins with."""
    found = (next((known for end in range(len(code), 0, -1) if (known := code[:end]) in licensed), "") for code in codes)
    return frozenset(licensed[known] for known in found if known)
