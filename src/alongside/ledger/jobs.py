"""What waits in the writer's queue."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import Any

from alongside.core.request import Request
from alongside.ledger.enclosure import Enclosure
from alongside.ledger.engine import Engine
from alongside.ledger.receipt import Receipt

Work = Callable[[Engine], None]


class Job:
    """Requests somebody waits for, decided in order with nothing in between; ``alone``: answered with a receipt and not a list."""

    __slots__ = ("alone", "at", "enclosures", "fault", "future", "receipts", "requests")

    def __init__(self, requests: Sequence[Request], at: int | None, enclosures: Sequence[Enclosure], alone: bool = False) -> None:
        self.requests, self.at, self.enclosures, self.alone = requests, at, enclosures, alone
        self.future: Future[Any] = Future()
        self.future.set_running_or_notify_cancel()  # a caller who hangs up cannot take back what may already be decided
        self.receipts: list[Receipt] = []
        self.fault: Exception | None = None

    def answer(self) -> None:
        """Tell whoever waits, now that the commit is on the disk."""
        if self.fault is not None:
            self.future.set_exception(self.fault)
        else:
            self.future.set_result(self.receipts[0] if self.alone else self.receipts)


class Apart:
    """Other work in a transaction of its own on the writing connection, e.g. destroying a key."""

    __slots__ = ("future", "work")

    def __init__(self, work: Work) -> None:
        self.work = work
        self.future: Future[None] = Future()
        self.future.set_running_or_notify_cancel()
