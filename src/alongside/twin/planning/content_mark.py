"""Names what is kept by everything it came from, in every process alike: sets and mappings have an order of their own in each."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec


def mark_of(said: object, length: int = 16) -> str:
    """Hexadecimal digits that change with anything that was said."""
    in_order = msgspec.to_builtins(said, enc_hook=_plain, str_keys=True, order="deterministic")
    return sha256(msgspec.json.encode(in_order, order="deterministic")).hexdigest()[:length]


def _plain(one: Any) -> Any:
    if isinstance(one, Mapping):
        return dict(one)
    if isinstance(one, Path):
        return str(one)
    raise TypeError(f"{type(one).__name__} has no order of its own")
