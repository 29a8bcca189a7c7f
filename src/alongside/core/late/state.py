"""Who sees to something late, since when and until when their word keeps the alarm quiet."""

from typing import NamedTuple


class TakenOn(NamedTuple):
    """``at`` and ``until`` are ms UTC. What becomes late after ``at`` rises all the same."""

    staff: str
    at: int
    until: int
