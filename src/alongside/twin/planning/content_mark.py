"""Names of what is kept, by its content: the same in every process, though sets and mappings have an order of their own in each."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec


def name_of(told: msgspec.Struct) -> str:
    """Of plans, worlds and questions, for ever: addresses and files carry it. Read back first: 8 hours and 8.0 hours are the same."""
    return _digits(msgspec.json.decode(msgspec.json.encode(told), type=type(told)))


def mark_of(said: object, length: int = 16) -> str:
    """Of what is made anew where it is missing, by everything it came from, whatever that is."""
    return _digits(msgspec.to_builtins(said, enc_hook=_plain, str_keys=True, order="deterministic"), length)


def _digits(kept: object, length: int = 16) -> str:
    """Hexadecimal ones, which change with any of it."""
    return sha256(msgspec.json.encode(kept, order="deterministic")).hexdigest()[:length]


def _plain(one: Any) -> Any:
    if isinstance(one, Mapping):
        return dict(one)
    if isinstance(one, Path):
        return str(one)
    raise TypeError(f"{type(one).__name__} has no order of its own")
