"""What a row of chances means, read alike by planning's people and the living city's."""

from collections.abc import Sequence, Set

from alongside.twin.engine import outcomes
from alongside.twin.planning import columns as c

CARRIES = frozenset({"transport", "ems", "police"})


def of_engaged(drawn: int, able: Set[str]) -> int:
    """What comes of a meeting, as far as this crew can do it: taken along in a vehicle, arrested by an officer."""
    if drawn == c.TAKEN_ALONG:
        return outcomes.TAKEN_ALONG if able & CARRIES else outcomes.REFERRED
    if drawn == c.ARRESTED:
        return outcomes.ARRESTED if "police" in able else outcomes.RESOLVED_THERE
    return outcomes.REFERRED if drawn == c.REFERRED else outcomes.RESOLVED_THERE


def is_reached(row: Sequence[int], turn: int, tried: int) -> bool:
    """Whether the person is reached at this attempt (0 is the first) of their ``turn``-th promise."""
    return bool(row[c.TRIES] >> ((turn * 4 + tried) % 16) & 1)


def first_try_at(row: Sequence[int], settled_at: int, due_at: int) -> int:
    """When a promise is tried first, between the outcome and when it is due (ms UTC)."""
    return settled_at + (due_at - settled_at) * row[c.FIRST_TRY] // 1000


def says_yes(row: Sequence[int], asked: int, share: float) -> bool:
    """Whether the place asked as the ``asked``-th (0 is the first), which agrees in this share of cases, does so now."""
    return row[c.YES + asked % c.TURNS] < round(share * c.MILLION)
