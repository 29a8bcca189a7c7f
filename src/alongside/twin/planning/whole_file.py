"""Files that are there whole or not at all."""

from hashlib import sha256
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Whole or not at all, also where two write it at once."""
    part = path.with_name(f".{path.name}.{sha256(content).hexdigest()[:8]}.part")
    part.write_bytes(content)
    part.replace(path)
