"""Work that goes on beside requests, each in a thread of its own that survives its own mistakes."""

import logging
from collections.abc import Callable
from threading import Event, Thread
from typing import Protocol

from alongside.server.attach.scanning import Scanner
from alongside.server.people.aside import let_go

log = logging.getLogger(__name__)
NOBODY_LOOKS = Scanner(None, lambda: 0)


class Stoppable(Protocol):
    """Something that runs beside requests."""

    def stop(self) -> None:
        """End it."""


class Signing(Protocol):
    """Who signs how far the audit has come, and the places that did not take the last of it."""

    @property
    def failed(self) -> list[str]:
        """A sentence for each."""

    def sign(self, now: int) -> object:
        """Sign, where anything is new."""


class Playing(Stoppable, Protocol):
    """A day that plays by itself once started."""

    def start(self) -> Stoppable:
        """Begin."""


class Compares(Protocol):
    """Compares records where somebody asked for it."""

    @property
    def progress(self) -> tuple[str, int, int]:
        """What it is at ("" where it rests), how many records were read, of how many."""


class Runner:
    """Calls ``work`` every ``every_s`` seconds, or sooner after :meth:`nudge`, until stopped. A failure is logged and tried again.

    ``halt`` asks work that takes long to end sooner.
    """

    def __init__(self, name: str, work: Callable[[], None], every_s: float, halt: Callable[[], None] | None = None) -> None:
        self.name, self._work, self._every_s, self._halt = name, let_go(work), every_s, halt
        self._stop, self._nudge = Event(), Event()
        self.is_failing = False
        self._thread = Thread(target=self._run, name=name, daemon=True)

    def start(self) -> "Runner":
        """Begin."""
        self._thread.start()
        return self

    def _run(self) -> None:
        while not self._stop.is_set():
            try:
                self._work()
                self.is_failing = False
            except Exception:  # noqa: BLE001  (whatever went wrong, the next turn must come)
                self.is_failing = True
                log.exception("%s failed; it goes on in %.1f s", self.name, self._every_s)
            self._nudge.wait(self._every_s)
            self._nudge.clear()

    def nudge(self) -> None:
        """Do not wait any longer."""
        self._nudge.set()

    def stop(self) -> None:
        """End, and wait for the work at hand."""
        self._stop.set()
        self._nudge.set()
        if self._halt is not None:
            self._halt()
        if self._thread.is_alive():
            self._thread.join()
