"""Local sockets have short addresses; data folders may lie deep."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LONGEST_ADDRESS = 100  # bytes; Linux takes 107, others a few less


@contextmanager
def short_address(path: Path) -> Iterator[str]:
    """The path as a socket takes it; a data folder deep down is reached through its descriptor (Linux)."""
    if len(os.fsencode(path)) <= LONGEST_ADDRESS:
        yield str(path)
        return
    folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        yield f"/proc/self/fd/{folder}/{path.name}"
    finally:
        os.close(folder)
