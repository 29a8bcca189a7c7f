"""A file that is not whole, or is larger once opened than any paper."""

MOST_PIXELS = 64_000_000


class Damaged(Exception):
    """It cannot be read to its end as what its first bytes say it is."""


def must(holds: bool) -> None:
    """Raise :class:`Damaged` where something every whole file has is not so."""
    if not holds:
        raise Damaged


def must_be_a_size(width: int, height: int) -> None:
    """Neither empty nor so large that opening it would fill whoever opens it."""
    must(width > 0 and height > 0 and width * height <= MOST_PIXELS)
