"""Stored timers: what is due next, and the request that says so."""

from alongside.core.board import Board
from alongside.core.party import Actor
from alongside.core.promise.requests import Tick

SYSTEM = Actor(staff="system", role="system", purpose="operations")


def next_due(board: Board) -> Tick | None:
    """The tick of the timer that is due first, or None where no timer runs. Submit it when ``tick.due`` has come."""
    first = board.first_clock()
    if first is None:
        return None
    due, clock, subject = first
    return Tick(id=f"tick:{clock}:{subject}:{due}", by=SYSTEM, clock=clock, subject=subject, due=due)
