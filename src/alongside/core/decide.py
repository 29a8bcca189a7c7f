"""``decide(board, request, rules, travel, now)``: what follows from a request. The table of stages is in ``contents``."""

from alongside.core.asking import Asking, view
from alongside.core.board import Board
from alongside.core.contents import DECIDE, DUE
from alongside.core.fact import Fact
from alongside.core.promise.requests import Tick
from alongside.core.quarantine import keep
from alongside.core.refused import Refused
from alongside.core.request import Request
from alongside.core.rules import Rules
from alongside.core.sharing.access import must_be_allowed
from alongside.core.sharing.seats import must_be_theirs
from alongside.core.travel import Travel


def decide(board: Board, request: Request, rules: Rules, travel: Travel, now: int) -> tuple[Fact, ...]:
    """What follows from a request, or ``Refused``. Never changes the board; ``now`` is ms UTC."""
    must_be_allowed(request)
    asking = view(board, request, rules, travel, now)
    if isinstance(request, Tick):
        return _due(asking, request)
    must_be_theirs(asking, request)
    return DECIDE[type(request)](asking, request)


def _due(asking: Asking, tick: Tick) -> tuple[Fact, ...]:
    if asking.board.clocks.get((tick.clock, tick.subject)) != tick.due or asking.now < tick.due:
        raise Refused("clock_not_due", clock=tick.clock.value, subject=tick.subject)
    return DUE[tick.clock](asking, tick.subject)


def answer(board: Board, request: Request, rules: Rules, travel: Travel, now: int) -> tuple[Fact, ...]:
    """As :func:`decide`, but a late request from a device that no longer fits is quarantined instead of refused."""
    try:
        return decide(board, request, rules, travel, now)
    except Refused as refused:
        if not request.device or refused.code == "not_allowed":
            raise
        return keep(board, request, refused, rules.program.area, now)
