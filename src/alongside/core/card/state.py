"""What the board remembers of approvals."""

from dataclasses import dataclass


@dataclass(slots=True)
class Approval:
    """The approval of one piece of a card; ``id`` is the item's. It waits while ``approved_by`` is empty."""

    index: int = 0
    id: str = ""
    person: str = ""
    author: str = ""
    owed_at: int = 0
    approved_by: str = ""
    approved_at: int | None = None
