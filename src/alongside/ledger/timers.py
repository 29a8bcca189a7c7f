"""Stored timers: when one of the board's clocks is due, ask the ledger to look at it."""

import logging
from collections.abc import Callable
from threading import Event, Thread

from alongside.core.board import Board
from alongside.core.clock import SYSTEM, next_due
from alongside.core.promise.requests import Tick
from alongside.ledger.deciding import Undecided
from alongside.ledger.ledger import Ledger
from alongside.ledger.receipt import Receipt
from alongside.ledger.refused import LedgerUnavailable

log = logging.getLogger(__name__)
LOOK_EVERY_SECONDS = 0.25
MOST_AT_ONCE = 1_000


def run_due(ledger: Ledger, now: int, stuck: set[str]) -> list[Receipt]:
    """Ask about the timers due at ``now`` (ms UTC), in order; gives the receipts.

    A tick's id names the timer and its time, so two runners asking about the same one cause one effect: that is the lease. A tick that
    moved nothing is put into ``stuck`` and passed over from then on, so one bad timer cannot silence the others.
    """
    receipts: list[Receipt] = []
    while len(receipts) < MOST_AT_ONCE:
        with ledger.board() as board:
            tick = find_due(board, now, stuck)
        if tick is None:
            break
        receipt = _ask(ledger, tick, now)
        if receipt:
            receipts.append(receipt)
        with ledger.board() as board:
            if board.clocks.get((tick.clock, tick.subject)) == tick.due:
                log.error("timer %s is due and stays as it is: %s", tick.id, receipt.code if receipt else "it could not be decided")
                stuck.add(tick.id)
    return receipts


def _ask(ledger: Ledger, tick: Tick, now: int) -> Receipt | None:
    try:
        return ledger.record(tick, now)
    except Undecided:
        log.exception("timer %s could not be decided", tick.id)
        return None


def find_due(board: Board, now: int, stuck: set[str]) -> Tick | None:
    """The first tick due that is not stuck; the long way round only where one is."""
    first = next_due(board)
    if first is None or first.due > now or first.id not in stuck:
        return first if first is not None and first.due <= now else None
    for due, clock, subject in sorted((due, clock, subject) for (clock, subject), due in board.clocks.items() if due <= now):
        id = f"tick:{clock}:{subject}:{due}"
        if id not in stuck:
            return Tick(id=id, by=SYSTEM, clock=clock, subject=subject, due=due)
    return None


class Timers:
    """A thread that asks about due timers until it is stopped. ``clock`` gives ms UTC."""

    def __init__(self, ledger: Ledger, clock: Callable[[], int]) -> None:
        self._ledger, self._clock, self._stuck = ledger, clock, set[str]()
        self._stop = Event()
        self._thread = Thread(target=self._run, name="ledger timers", daemon=True)
        self._thread.start()

    def _run(self) -> None:
        while not self._stop.wait(LOOK_EVERY_SECONDS):
            try:
                run_due(self._ledger, self._clock(), self._stuck)
            except LedgerUnavailable as broken:
                log.error("timers wait until the ledger can write: %s", broken)

    def stop(self) -> None:
        """End the thread."""
        self._stop.set()
        self._thread.join()
