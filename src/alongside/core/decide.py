"""The table of contents of the system: which stage of the call answers which request."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.asking import Asking
from alongside.core.board import Board
from alongside.core.codes import ClockKind
from alongside.core.dispatch import decide as dispatch
from alongside.core.fact import Fact
from alongside.core.field import decide as field
from alongside.core.follow_up import decide as follow_up
from alongside.core.handoff import decide as handoff
from alongside.core.intake import decide as intake
from alongside.core.intake.level import waiting_due
from alongside.core.promise import decide as promise
from alongside.core.promise.requests import Tick
from alongside.core.quarantine import RequestQuarantined
from alongside.core.refused import Refused
from alongside.core.request import Request
from alongside.core.rules import Rules
from alongside.core.sharing.access import must_be_allowed
from alongside.core.travel import Travel

DECIDE: Mapping[type[Request], Callable[[Asking, Any], tuple[Fact, ...]]] = {
    **intake.DECIDE,
    **dispatch.DECIDE,
    **field.DECIDE,
    **handoff.DECIDE,
    **follow_up.DECIDE,
    **promise.DECIDE,
}
DUE: Mapping[ClockKind, Callable[[Asking, str], tuple[Fact, ...]]] = {
    **dispatch.DUE,
    **field.DUE,
    **handoff.DUE,
    **follow_up.DUE,
    **promise.DUE,
    ClockKind.SCHEDULE: intake.schedule_due,
    ClockKind.UNASSIGNED: waiting_due,
}


def decide(board: Board, request: Request, rules: Rules, travel: Travel, now: int) -> tuple[Fact, ...]:
    """What follows from a request, or ``Refused``. Never changes the board; ``now`` is ms UTC."""
    must_be_allowed(request)
    asking = Asking(board, rules, travel, request.by, now, request.at(now))
    if isinstance(request, Tick):
        return _due(asking, request)
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
        if not request.device:
            raise
        kept = (request.id, request.kind, request.device, request.sequence, refused.code)
        return (RequestQuarantined(f"area/{rules.program.area}", request.at(now), *kept),)
