"""What the board remembers of reviews: the latest of each person or place."""

from dataclasses import dataclass


@dataclass(slots=True)
class OftenReview:
    """``id`` is ``person/<record>`` or ``place/<cell>``."""

    index: int = 0
    id: str = ""
    decision: str = ""
    at: int = 0
    look_again_at: int | None = None
    author: str = ""
    counted: int = 0
