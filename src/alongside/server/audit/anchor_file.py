"""Heads kept in a file on another disk: one line each, added only."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

from alongside.server.audit.head import Head, from_plain


def keep_in_file(path: Path, head: Head) -> None:
    """One line, on the disk before this returns."""
    line = json.dumps(head.to_plain(), sort_keys=True) + "\n"
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "w") as file:
        file.write(line)
        file.flush()
        os.fsync(file.fileno())


def read_anchor(path: Path) -> Iterator[Head]:
    """The heads of an anchor file. Raises ``ValueError`` naming the line that is none."""
    for number, line in enumerate(path.read_text().splitlines(), 1):
        try:
            yield from_plain(json.loads(line))
        except (ValueError, KeyError, TypeError) as wrong:
            raise ValueError(f"{path.name}, line {number}, is not a head: the anchor was altered or cut short there.") from wrong
