"""What waits in the writer's queue."""

from _thread import allocate_lock
from collections.abc import Callable, Sequence
from concurrent.futures import Future

from alongside.core.request import Request
from alongside.ledger.enclosure import Enclosure
from alongside.ledger.engine import Engine
from alongside.ledger.receipt import Receipt

Work = Callable[[Engine], None]


class Job:
    """Requests somebody waits for, decided in order with nothing in between.

    ``future``, where given, gets the one request's receipt; without one, :meth:`wait` in the asking thread (a bare lock is four times
    cheaper than a future, and most of what 64 waiting desks cost).
    """

    __slots__ = ("_done", "at", "enclosures", "fault", "future", "receipts", "requests")

    def __init__(
        self, requests: Sequence[Request], at: int | None, enclosures: Sequence[Enclosure], future: "Future[Receipt] | None" = None
    ) -> None:
        self.requests, self.at, self.enclosures, self.future = requests, at, enclosures, future
        self.receipts: list[Receipt] = []
        self.fault: Exception | None = None
        self._done = allocate_lock()
        self._done.acquire()

    def answer(self) -> None:
        """Tell whoever waits, now that the commit is on the disk, or never will be."""
        if self.future is None:
            self._done.release()
        elif self.fault is not None:
            self.future.set_exception(self.fault)
        else:
            self.future.set_result(self.receipts[0])

    def fail(self, why: Exception) -> None:
        """Tell whoever waits that nothing was kept."""
        self.fault = why
        self.answer()

    def wait(self) -> list[Receipt]:
        """Block until answered; raises what went wrong."""
        with self._done:
            if self.fault is not None:
                raise self.fault
            return self.receipts


class Apart:
    """Other work in a transaction of its own on the writing connection, e.g. destroying a key."""

    __slots__ = ("future", "work")

    def __init__(self, work: Work) -> None:
        self.work = work
        self.future: Future[None] = Future()
        self.future.set_running_or_notify_cancel()
