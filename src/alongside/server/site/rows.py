"""What a console shows, as plain JSON rows: times in ms, spots as [latitude, longitude] in degrees. Never protected words."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from alongside.core.board import Board
from alongside.core.rules import Rules
from alongside.core.travel import Spot
from alongside.server.site.names import Names

Row = dict[str, Any]
Rows = dict[str, Row | None]


class View(NamedTuple):
    """Everything a row is made from. ``find_spot`` gives a unit's latest position and its time, where one was heard."""

    board: Board
    rules: Rules
    names: Names
    language: str
    find_spot: Callable[[str], tuple[Spot, int] | None]


def degrees(spot: Spot | None) -> list[float] | None:
    """[latitude, longitude] in degrees."""
    return None if spot is None else [spot.lat / 1_000_000, spot.lon / 1_000_000]


def rows_of(make: Callable[[View, str], Row | None], view: View, ids: Iterable[str]) -> Rows:
    """A row for each id, in the order of ids, which is nobody's doing; None where it left the board."""
    return {id: make(view, id) for id in sorted(ids)}
