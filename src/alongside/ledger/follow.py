"""Hear of what other nodes wrote to the same PostgreSQL ledger, and have the writer take it in."""

import logging
from collections.abc import Callable
from threading import Event, Thread

from alongside.ledger.ledger import Ledger
from alongside.ledger.postgres import PostgresEngine
from alongside.ledger.seat import Seat

log = logging.getLogger(__name__)
PATIENCE_SECONDS = 1.0


def follow(dsn: str, seat: Seat, ledger: Ledger) -> None:
    """Keep a ledger's board up with what other nodes write, until it is closed."""
    ledger.at_the_end(Follower(dsn, seat.node, ledger.take_in).stop)


class Follower:
    """A thread with a listening connection. ``take_in`` is called for every notice of another node, and after every reconnection."""

    def __init__(self, dsn: str, node: str, take_in: Callable[[], None]) -> None:
        self._dsn, self._node, self._take_in = dsn, node, take_in
        self._stop = Event()
        self._thread = Thread(target=self._run, name="ledger follower", daemon=True)
        self._thread.start()

    def _run(self) -> None:
        while not self._stop.is_set():
            try:
                self._listen(PostgresEngine(self._dsn, reading=True))
            except PostgresEngine.failures as broken:
                log.warning("cannot hear other nodes, trying again: %s", broken)
                self._stop.wait(PATIENCE_SECONDS)

    def _listen(self, engine: PostgresEngine) -> None:
        try:
            engine.start_listening()
            self._take_in()  # whatever was written while nobody listened
            while not self._stop.is_set():
                if any(node != self._node for node in engine.heard(PATIENCE_SECONDS / 4)):
                    self._take_in()
        finally:
            engine.close()

    def stop(self) -> None:
        """End the thread."""
        self._stop.set()
        self._thread.join()
