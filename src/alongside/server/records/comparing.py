"""A comparison of all records, beside the pages: read and noted, compared in the memory of a process of its own, suggested as ids, codes
and whole bits. After a restart it begins again; the same again says nothing new.
"""

from collections.abc import Iterator
from itertools import islice
from secrets import token_urlsafe
from threading import Event
from typing import Any, NamedTuple

from alongside.core.linkage.requests import EndComparison, SuggestRecords
from alongside.core.linkage.state import Found, Ground
from alongside.core.party import Actor
from alongside.ledger.refused import LedgerUnavailable
from alongside.server.records.compare_process import CompareProcess, can_compare
from alongside.server.records.compare_reading import Kept, read_rows, reader_of

AT_ONCE = 200  # records whose words are read, and pairs that are suggested, in one go
SYSTEM = Actor("comparison", "system")
NOT_INSTALLED, FAILED, DONE = "not_installed", "failed", "done"


class Stopped(Exception):
    """Somebody stopped it, or the server ends."""


class Progress(NamedTuple):
    """What a comparison is at: ``reading`` (done of so many records), then ``comparing``; "" where none runs here."""

    stage: str = ""
    done: int = 0
    of: int = 0


class Comparing:
    """Works on the comparison that is open, if one is."""

    def __init__(self, deployment: Kept) -> None:
        self._deployment, self._halt, self.progress = deployment, Event(), Progress()

    def work(self) -> None:
        """One comparison from its begin to its end; nothing where none is open."""
        with self._deployment.ledger.board() as board:
            found = next(((one.id, one.author, one.agency) for one in board.comparisons if one.is_open), None)
        if found is None or self._halt.is_set():
            return
        try:
            outcome, compared = self._compare(*found) if can_compare() else (NOT_INSTALLED, 0)
        except Stopped:
            return
        except (LedgerUnavailable, OSError):
            outcome, compared = FAILED, 0
        finally:
            self.progress = Progress()
        self._ask(EndComparison(id=token_urlsafe(16), by=SYSTEM, comparison=found[0], outcome=outcome, compared=compared))

    def halt(self) -> None:
        """The server ends: it goes on after the next start."""
        self._halt.set()

    def _compare(self, id: str, author: str, agency: str) -> tuple[str, int]:
        process = CompareProcess()
        try:
            self._feed(id, reader_of(id, author, agency), process)
            return self._suggest(id, list(process.take(lambda: self._must_go_on(id))))
        finally:
            process.end()

    def _feed(self, id: str, reader: Actor, process: CompareProcess) -> None:
        with self._deployment.ledger.board() as board:
            people = [one.id for one in board.people]
        for first in range(0, len(people), AT_ONCE):
            self._must_go_on(id)
            self.progress = Progress("reading", first, len(people))
            for row in read_rows(self._deployment, reader, people[first : first + AT_ONCE]):
                process.feed(row)
        self.progress = Progress("comparing", len(people), len(people))

    def _suggest(self, id: str, told: list[dict[str, Any]]) -> tuple[str, int]:
        """Some pairs at a time; the last line says how it went."""
        last = told.pop() if told else {"refused": FAILED}
        pairs = iter(told)
        while some := tuple(_found(islice(pairs, AT_ONCE))):
            self._must_go_on(id)
            self._ask(SuggestRecords(id=token_urlsafe(16), by=SYSTEM, comparison=id, found=some))
        return str(last.get("refused", DONE)), int(last.get("compared", 0))

    def _must_go_on(self, id: str) -> None:
        with self._deployment.ledger.board() as board:
            running = board.comparisons.find(id)
        if self._halt.is_set() or running is None or not running.is_open:
            raise Stopped

    def _ask(self, request: SuggestRecords | EndComparison) -> None:
        self._deployment.ledger.record(request)


def _found(told: Iterator[dict[str, Any]]) -> Iterator[Found]:
    for one in told:
        yield Found(one["one"], one["other"], one["bits"], tuple(Ground(*ground) for ground in one["grounds"]))
