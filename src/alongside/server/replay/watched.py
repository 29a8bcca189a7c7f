"""A day that is played while people look on at the console; at its end the report is written as always."""

import logging
from collections.abc import Sequence
from pathlib import Path
from threading import Thread

from alongside.core.fact import Fact
from alongside.server.replay import play, saving
from alongside.server.replay.asked import Asked
from alongside.server.replay.pace import Pace, Stopped
from alongside.server.replay.preparing import Prepared
from alongside.server.replay.replay import measure
from alongside.server.site.stores import Stores
from alongside.server.site.whereabouts import Whereabouts

log = logging.getLogger(__name__)


class WatchedDay:
    """Plays in a thread of its own. ``report`` is the page once it is written; ``has_failed`` says that it never will be."""

    def __init__(self, asked: Asked, ready: Prepared, stores: Stores, pace: Pace) -> None:
        self.asked, self.ready, self.stores, self.pace = asked, ready, stores, pace
        self.report: Path | None = None
        self.has_failed = False
        self.whereabouts = Whereabouts(stores.spots, ready.city.positions)
        self._thread = Thread(target=self._run, name="replay", daemon=True)
        pace.meanwhile = self.whereabouts.tell_each_second

    def start(self) -> "WatchedDay":
        """Begin."""
        self._thread.start()
        return self

    def stop(self) -> None:
        """End, and wait for the step at hand."""
        self.pace.stop()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        try:
            self._play()
        except Stopped:
            log.info("the replay was ended before its day was over; there is no report")
        except Exception:  # noqa: BLE001  (whoever looks on must read that it will not go on)
            self.has_failed = True
            log.exception("the replay failed; what was played so far can still be looked at")
        finally:
            self.pace.end()

    def _play(self) -> None:
        ready, ledger = self.ready, self.stores.ledger
        played = play.play(ready.city, ledger, self.pace, ready.calls, ready.span, self._watch)
        self.report = saving.keep(measure(self.asked, ready, ledger, played), self.asked.out)
        log.info("the day is over; its report: %s", self.report)

    def _watch(self, now: int, facts: Sequence[Fact]) -> None:
        self.whereabouts.tell_each_second(now)
