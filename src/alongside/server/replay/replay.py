"""A whole day at once: prepared, played through a fresh ledger, measured."""

from typing import Any

from alongside.ledger.ledger import Ledger
from alongside.ledger.opening import open_ledger
from alongside.server.replay import play, replayed, report
from alongside.server.replay.asked import Asked
from alongside.server.replay.going import Clock
from alongside.server.replay.preparing import LEDGER, Prepared, prepare
from alongside.server.replay.watching import Watch


def replay(asked: Asked, watch: Watch) -> dict[str, Any]:
    """Play the day and return its figures; ``out`` holds the ledger.

    Raises ``ReplayRefused``, ``Mistake``, ``Unreadable`` or ``LedgerRefused``, each with a sentence.
    """
    ready = prepare(asked)
    clock, watch.zone = Clock(ready.span[0]), ready.source.zone
    ledger = open_ledger(asked.out / LEDGER, ready.profile.rules, ready.travel, genesis="demo", clock=clock.now)
    try:
        return measure(asked, ready, ledger, play.play(ready.city, ledger, clock, ready.calls, ready.span, watch))
    finally:
        ledger.close()


def measure(asked: Asked, ready: Prepared, ledger: Ledger, played: play.Played) -> dict[str, Any]:
    """The figures of a day that was played."""
    with ledger.board() as board:
        told = replayed.Replayed(ready.source, ready.profile, ready.day, ready.beats, ready.calls, board, played)
        return {**report.measure(told), "wanted": sorted(asked.wanted)}
