"""What measures are counted from, kept up with every commit; for evaluation as it stood when a band of hours ended."""

from collections.abc import Callable
from threading import Lock

from alongside.evaluate.extract.fold import Extract
from alongside.evaluate.extract.table import Release
from alongside.evaluate.places.asked import AskedPlaces
from alongside.ledger.genesis import is_about_the_ledger
from alongside.ledger.reading import Reading
from alongside.server.site.bands import begin_of_band


class Live:
    """Folds what was committed since it was last asked; never blocks the writer. ``in_bands``: only what a whole band of hours is over."""

    def __init__(self, read: Reading, clock: Callable[[], int], how: Release, in_bands: bool) -> None:
        self._read, self._clock, self.how, self.in_bands = read, clock, how, in_bands
        self._extract, self._asked, self._seq, self._lock = Extract(), AskedPlaces(), 0, Lock()

    def now(self) -> int:
        """The moment whose state is told, ms UTC."""
        now = self._clock()
        return begin_of_band(now, self.how.zone) if self.in_bands else now

    def extract(self) -> Extract:
        """Everything committed until then."""
        with self._lock:
            until = self.now()
            while rows := self._read.list_after(self._seq):
                for row in rows:
                    if self.in_bands and row.recorded_at >= until:
                        return self._extract
                    if not is_about_the_ledger(row):
                        self._extract.take(row.fact)
                        self._asked.take(row.fact)
                    self._seq = row.seq
            return self._extract

    def asked(self) -> AskedPlaces:
        """What places were asked and answered, until then."""
        self.extract()
        return self._asked
