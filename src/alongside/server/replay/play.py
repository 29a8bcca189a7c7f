"""The day itself: calls ring when they rang, the city's desks and crews answer, every request goes through ``Ledger.record``."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from alongside.core.clock import next_due
from alongside.core.fact import Fact
from alongside.core.request import Request
from alongside.ledger.ledger import Ledger
from alongside.server.replay.calls import RealCall
from alongside.server.replay.going import Going
from alongside.server.replay.ringing import position_for, ring
from alongside.twin.city import City

STEP_MS = 10_000
BEFORE_MS = 900_000  # desks and crews come on duty before the day begins
LONGEST_MS = 43_200_000  # how long after the day's end its last calls may still be worked


@dataclass
class Played:
    """What the ledger granted, and what it refused."""

    facts: list[Fact] = field(default_factory=list)
    requests: int = 0
    refused: list[tuple[str, str]] = field(default_factory=list)


def play(
    city: City, ledger: Ledger, clock: Going, calls: Sequence[RealCall], span: tuple[int, int], watch: Callable[[int, Sequence[Fact]], None]
) -> Played:
    """Play from a little before ``span`` until its calls are done. ``watch(now, facts)`` sees every step."""
    played, waiting = Played(), list(reversed(calls))
    start, end = span
    for now in range(start - BEFORE_MS, end + LONGEST_MS, STEP_MS):
        clock.reach(now)
        tick_all(ledger, played, now)
        rung = []
        while waiting and waiting[-1].at <= now:
            rung.append(waiting.pop())
        with ledger.board() as board:
            asked: list[Request] = [one.request for one in city.step(board, now)]
            for call in rung:
                asked += ring(city, call, position_for(city, call.origin))
            is_over = now >= end and not waiting and not board.open_incidents
        watch(now, settle(ledger, played, asked, now))
        if is_over:
            break
    return played


def tick_all(ledger: Ledger, played: Played, now: int) -> None:
    """Every stored timer that has come due."""
    while True:
        with ledger.board() as board:
            tick = next_due(board)
        if tick is None or tick.due > now or not settle(ledger, played, [tick], now):
            return


def settle(ledger: Ledger, played: Played, asked: Sequence[Request], now: int) -> list[Fact]:
    """Record, in one commit; the facts that came of it."""
    if not asked:
        return []
    facts: list[Fact] = []
    for request, receipt in zip(asked, ledger.record(asked, at=now), strict=True):
        played.requests += 1
        facts += receipt.facts
        if not receipt.granted:
            played.refused.append((request.kind, receipt.code))
    played.facts += facts
    return facts
