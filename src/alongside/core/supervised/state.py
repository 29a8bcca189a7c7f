"""What the board remembers of signatures."""

from dataclasses import dataclass


@dataclass(slots=True)
class Signature:
    """The signature under one item of a record; ``id`` is the item's. Nobody has signed while ``signed_by`` is empty."""

    index: int = 0
    id: str = ""
    person: str = ""
    author: str = ""
    owed_at: int = 0
    signed_by: str = ""
    signed_at: int | None = None
