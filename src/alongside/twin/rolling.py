"""A city in virtual time, wherever its requests are decided."""

from collections.abc import Callable

from alongside.core.board import Board
from alongside.core.clock import next_due
from alongside.twin.city import City
from alongside.twin.people.memory import Asked

Ask = Callable[[Asked], bool]
MOST_TICKS = 10_000  # timers that come due in one step


def pre_roll(city: City, board: Board, start: int, end: int, step_ms: int, ask: Ask, human_seats: frozenset[str] = frozenset()) -> None:
    """Step the city through virtual time. ``ask`` decides and applies to the same ``board``; timers that come due are asked first."""
    for now in range(start, end, step_ms):
        for _ in range(MOST_TICKS):
            tick = next_due(board)
            if tick is None or tick.due > now or not ask(Asked(tick, {}, now)):
                break
        for asked in city.step(board, now, human_seats):
            ask(asked)
