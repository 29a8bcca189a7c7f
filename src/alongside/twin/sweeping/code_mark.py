"""What decides in a run, as one mark: machines that live parts of one sweep must share it, or their rows would not be rows of one thing."""

import sys
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

ALONGSIDE = Path(__file__).parents[2]
DECIDES = ("core", "twin")
COUNTS = ("numpy", "numba")  # what draws and counts beside our own sources


@cache
def code_mark() -> str:
    """Of this program as it is here."""
    return mark_of_sources(ALONGSIDE)


def mark_of_sources(root: Path) -> str:
    """Of every source a run goes through, and of what reckons for them."""
    with_them = [*sys.version_info[:2], *(version_of(name) for name in COUNTS)]
    found = sorted(path for part in DECIDES for path in (root / part).rglob("*.py"))
    told = b"".join(str(path.relative_to(root)).encode() + b"\0" + path.read_bytes() for path in found)
    return sha256(repr(with_them).encode() + told).hexdigest()[:16]


def version_of(name: str) -> str:
    """Empty where it is not installed."""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
