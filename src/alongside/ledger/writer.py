"""The thread that owns the writing connection: requests that wait together are decided one by one and share one commit."""

import logging
from collections.abc import Callable, Sequence
from queue import Empty, SimpleQueue
from threading import Thread

from alongside.ledger.batch import Batch
from alongside.ledger.deciding import Undecided
from alongside.ledger.jobs import Apart, Job
from alongside.ledger.memory import Recorded
from alongside.ledger.refused import LedgerConflict, LedgerUnavailable
from alongside.ledger.seat import Seat

log = logging.getLogger(__name__)
MOST_AT_ONCE = 256
LINGER_SECONDS = 0.0005  # for the next of several desks to ask again: one commit for all is cheaper than two for halves
NOT_KEPT = "The ledger could not write ({cause}), so nothing was kept: {remedy}. Send it again with the same id."


class Writer:
    """Owns the queue. ``publish`` is called with every committed batch of facts, in order of ``seq``, from this thread."""

    def __init__(self, seat: Seat, clock: Callable[[], int], publish: Callable[[Sequence[Recorded]], None]) -> None:
        self._seat, self._clock, self._publish = seat, clock, publish
        self._queue: SimpleQueue[Job | Apart | None] = SimpleQueue()
        self._expected = 1
        self._thread = Thread(target=self._run, name="ledger writer", daemon=True)
        self._thread.start()

    def put(self, job: Job | Apart) -> None:
        """Queue work. Raises :class:`LedgerUnavailable` once the ledger is closed."""
        if not self._thread.is_alive():
            raise LedgerUnavailable("The ledger is closed: start the server, then send the request again with the same id.")
        self._queue.put(job)

    def stop(self) -> None:
        """Finish what waits, then end the thread."""
        self._queue.put(None)
        self._thread.join()

    def _run(self) -> None:
        while True:
            jobs, others, last = self._gather()
            if jobs:
                self._commit(jobs)
            for other in others:
                self._do_apart(other)
            if last:
                return

    def _gather(self) -> tuple[list[Job], list[Apart], bool]:
        """Wait for one, then take what else waits; while it is busy, allow a moment for as many as last time to arrive."""
        jobs: list[Job] = []
        others: list[Apart] = []
        item = self._queue.get()
        while item is not None:
            if isinstance(item, Job):
                jobs.append(item)
            else:
                others.append(item)
            if len(jobs) >= MOST_AT_ONCE:
                break
            try:
                item = self._queue.get(timeout=LINGER_SECONDS) if len(jobs) < self._expected else self._queue.get_nowait()
            except Empty:
                break
        self._expected = len(jobs)
        return jobs, others, item is None

    def _commit(self, jobs: list[Job], again: bool = True) -> None:
        """One commit for all of them; a constraint error, or a fault in applying, leaves each to try alone."""
        engine = self._seat.engine
        try:
            recorded = self._write(jobs)
        except engine.conflicts as conflict:
            self._part(jobs, LedgerConflict(f"Another writer was first ({conflict}). Send it again with the same id."), again)
        except engine.failures as broken:
            log.error("the ledger could not write: %s", broken)
            self._fail(jobs, broken if isinstance(broken, LedgerUnavailable) else unavailable(broken))
        except Exception as fault:
            log.exception("a fact could not be applied or kept")
            self._part(jobs, fault, again=False)
        else:
            for job in jobs:
                job.answer()
            self._publish(recorded)

    def _write(self, jobs: list[Job]) -> list[Recorded]:
        seat = self._seat
        seat.must_be_ready()
        seat.engine.begin()
        with seat.gate.held():
            caught_up = seat.catch_up()
            ids = [request.id for job in jobs for request in job.requests]
            batch = Batch(seat.engine, seat.memory, seat.guidance, self._clock(), ids)
            for job in jobs:
                self._decide(batch, job)
            if batch.is_empty:
                seat.engine.rollback()
            else:
                batch.write()
                seat.commit(batch.recorded)
        return caught_up + batch.recorded

    def _decide(self, batch: Batch, job: Job) -> None:
        job.receipts, job.fault = [], None
        at = self._clock() if job.at is None else job.at
        try:
            for request in job.requests:
                job.receipts.append(batch.decide(request, at, job.enclosures))
        except Undecided as fault:
            log.exception("a request could not be decided")
            job.fault = fault

    def _part(self, jobs: list[Job], why: Exception, again: bool) -> None:
        """The commit is off: rebuild the board, then let each try alone; one that was alone already is tried once more, then told why."""
        self._seat.restore()
        if len(jobs) > 1:
            for job in jobs:
                self._commit([job])
        elif again:
            self._commit(jobs, again=False)
        else:
            jobs[0].fail(why)

    def _fail(self, jobs: list[Job], why: LedgerUnavailable) -> None:
        self._seat.restore()
        self._seat.trouble = str(why)
        for job in jobs:
            job.fail(why)

    def _do_apart(self, other: Apart) -> None:
        engine = self._seat.engine
        try:
            engine.begin()
            other.work(engine)
            engine.commit()
        except Exception as fault:
            log.exception("work beside the requests failed")
            engine.rollback()
            other.future.set_exception(fault)
        else:
            other.future.set_result(None)


def unavailable(broken: Exception) -> LedgerUnavailable:
    """The sentence for a database that could not write."""
    cause = str(broken).strip().splitlines()[0] if str(broken).strip() else type(broken).__name__
    full = "full" in cause.lower() or "no space" in cause.lower()
    remedy = "free space on the disk" if full else "see that the database runs"
    return LedgerUnavailable(NOT_KEPT.format(cause=cause, remedy=remedy))
