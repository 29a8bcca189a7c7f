"""What measures are counted from, kept up with every commit; for evaluation as it stood when a band of hours ended."""

from collections.abc import Callable, Iterator
from itertools import chain
from threading import Lock

from alongside.evaluate.extract.fold import Extract
from alongside.evaluate.extract.table import Release
from alongside.evaluate.places.asked import AskedPlaces
from alongside.ledger.genesis import is_about_the_ledger
from alongside.ledger.reading import Reading
from alongside.ledger.row import Row
from alongside.server.site.bands import begin_of_band


def recorded_at(row: Row) -> int:
    """When it was written down, ms UTC: what is told late is no earlier known."""
    return row.recorded_at


def happened_at(row: Row) -> int:
    """For a demo, whose past days are written in one go as it starts."""
    return row.happened_at


class Live:
    """Folds what was committed since it was last asked; never blocks the writer. ``in_bands``: only what a whole band of hours is over
    since ``known_at`` (a row's time, ms UTC); what is younger waits."""

    def __init__(
        self, read: Reading, clock: Callable[[], int], how: Release, in_bands: bool, known_at: Callable[[Row], int] = recorded_at
    ) -> None:
        self._read, self._clock, self.how, self.in_bands, self._known_at = read, clock, how, in_bands, known_at
        self._extract, self._asked, self._seq, self._lock = Extract(), AskedPlaces(), 0, Lock()
        self._waiting: list[Row] = []

    def now(self) -> int:
        """The moment whose state is told, ms UTC."""
        now = self._clock()
        return begin_of_band(now, self.how.zone) if self.in_bands else now

    def extract(self) -> Extract:
        """Everything committed until then."""
        with self._lock:
            until, waiting, self._waiting = self.now(), self._waiting, []
            for row in chain(waiting, self._read_on()):
                if self.in_bands and self._known_at(row) >= until:
                    self._waiting.append(row)
                else:
                    self._extract.take(row.fact)
                    self._asked.take(row.fact)
            return self._extract

    def _read_on(self) -> Iterator[Row]:
        while rows := self._read.list_after(self._seq):
            yield from (row for row in rows if not is_about_the_ledger(row))
            self._seq = rows[-1].seq

    def asked(self) -> AskedPlaces:
        """What places were asked and answered, until then."""
        self.extract()
        return self._asked
