"""What decides in a run, as one mark: a result from other sources is another result, and is lived again."""

from functools import cache
from hashlib import sha256
from pathlib import Path

ALONGSIDE = Path(__file__).parents[2]
DECIDES = ("core", "twin/engine", "twin/planning", "twin/whatif")


@cache
def engine_mark() -> str:
    """Of every source file that a run goes through."""
    found = sorted(path for part in DECIDES for path in (ALONGSIDE / part).rglob("*.py"))
    return sha256(b"".join(path.read_bytes() for path in found)).hexdigest()[:16]
