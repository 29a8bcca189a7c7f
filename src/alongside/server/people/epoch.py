"""The revocation epoch: what remembers a session may do so only while this number stands still."""

import logging
from collections.abc import Callable
from threading import Event, Thread

from django.db import Error, close_old_connections, connection
from django.db.models import F

from alongside.server.people.how_soon import LOOK_EVERY_S
from alongside.server.people.models import RevocationEpoch

log = logging.getLogger(__name__)


def raise_epoch() -> None:
    """Make every process ask again who its sessions belong to."""
    RevocationEpoch.objects.get_or_create(id=1)
    RevocationEpoch.objects.filter(id=1).update(number=F("number") + 1)


def read_epoch() -> int:
    """The number as it stands in the database."""
    row = RevocationEpoch.objects.filter(id=1).first()
    return row.number if row else 0


class EpochWatch:
    """Keeps ``number`` at most half a second old, from a thread of its own that outlives a restart of the database."""

    def __init__(self, on_change: Callable[[], None]) -> None:
        self.number, self._on_change = read_epoch(), on_change
        self._stop = Event()
        self._thread = Thread(target=self._run, name="revocation watch", daemon=True)
        self._thread.start()

    def _run(self) -> None:
        while not self._stop.wait(LOOK_EVERY_S):
            try:
                self.look_now()
            except Error as broken:
                log.warning("revocations cannot be read, trying again: %s", broken)
                connection.close()
        close_old_connections()

    def look_now(self) -> None:
        """Take in a change at once, e.g. one this process made itself."""
        number = read_epoch()
        if number != self.number:
            self._on_change()
            self.number = number

    def stop(self) -> None:
        """End the thread."""
        self._stop.set()
        self._thread.join()
