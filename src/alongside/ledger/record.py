"""``record``: the only way a fact comes to be."""

from collections.abc import Sequence
from concurrent.futures import Future
from typing import overload

from alongside.core.request import Request
from alongside.ledger.enclosure import Enclosure
from alongside.ledger.jobs import Apart, Job, Work
from alongside.ledger.receipt import Receipt
from alongside.ledger.writer import Writer


class Recorder:
    """What asks the writer. Safe from any number of threads; from asyncio use ``await asyncio.wrap_future(ledger.submit(request))``."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    @overload
    def record(self, requests: Request, at: int | None = None, enclosures: Sequence[Enclosure] = ()) -> Receipt: ...
    @overload
    def record(self, requests: Sequence[Request], at: int | None = None, enclosures: Sequence[Enclosure] = ()) -> list[Receipt]: ...
    def record(
        self, requests: Request | Sequence[Request], at: int | None = None, enclosures: Sequence[Enclosure] = ()
    ) -> Receipt | list[Receipt]:
        """Decide, and return once the answer is on the disk. ``at`` (ms UTC) is when it is decided; None means now.

        One request is atomic over all the streams it touches. Several are decided in order, each on its own merits, with no other request
        between them, in one commit. A refusal is a receipt, not an exception. Raises :class:`LedgerUnavailable` where nothing was kept.
        """
        if isinstance(requests, Request):
            return self._ask((requests,), at, enclosures)[0]
        return self._ask(requests, at, enclosures)

    def _ask(self, requests: Sequence[Request], at: int | None, enclosures: Sequence[Enclosure]) -> list[Receipt]:
        job = Job(requests, at, enclosures)
        self._writer.put(job)
        return job.wait()

    def submit(self, request: Request, at: int | None = None, enclosures: Sequence[Enclosure] = ()) -> "Future[Receipt]":
        """Like :meth:`record` without waiting: the future has the receipt once it is on the disk. It cannot be cancelled."""
        future: Future[Receipt] = Future()
        future.set_running_or_notify_cancel()  # a caller who hangs up cannot take back what may already be decided
        self._writer.put(Job((request,), at, enclosures, future))
        return future

    def work_apart(self, work: Work) -> None:
        """Run ``work(engine)`` in a transaction of its own on the writing connection, e.g. to destroy a key; waits for its commit."""
        apart = Apart(work)
        self._writer.put(apart)
        apart.future.result()
