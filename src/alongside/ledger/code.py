"""Which code decided: a hash of the core's own source, kept with every request."""

from functools import cache
from hashlib import sha256
from pathlib import Path

import alongside.core


@cache
def code_version() -> str:
    """The first 16 hex digits of the SHA-256 over the core's source files, in order of their paths."""
    folder = Path(alongside.core.__file__).parent
    total = sha256()
    for path in sorted(folder.rglob("*.py")):
        total.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return total.hexdigest()[:16]
