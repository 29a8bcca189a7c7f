"""Where readings are written down: the audit; while that fails, a spool for what may not wait."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from alongside.ledger.engine import Where, is_postgres
from alongside.ledger.refused import LedgerUnavailable
from alongside.server.records.audit import Audit, Read
from alongside.server.records.deciding import NOT_NOTED, may_not_wait
from alongside.server.records.open import SHOWN, Opened
from alongside.server.records.side import open_side
from alongside.server.records.spool import Spool
from alongside.server.records.troubles import NOT_ASIDE, NOT_WRITTEN, Troubles


class Notes(NamedTuple):
    """The audit, the spool for while it cannot be written, and what is wrong with both."""

    audit: Audit
    spool: Spool
    troubles: Troubles

    def write(self, reads: Sequence[Read], opened: list[Opened]) -> list[Opened]:
        """What may be shown now that it is noted: all of it, or only what may not wait where nothing but the spool could be written.

        Raises :class:`LedgerUnavailable` where nothing may be shown.
        """
        if not reads:
            return opened
        try:
            self.spool.empty_into(self.audit)
            self.audit.write(reads)
        except LedgerUnavailable as broken:
            self.troubles.fails(NOT_WRITTEN, reads[0].at)
            return self._write_aside(reads, opened, broken)
        self._works(reads[0].at)
        return opened

    def try_now(self, now: int) -> None:
        """Whether the audit takes readings, asked of the same connection and disk; what waits aside goes in first."""
        try:
            self.spool.empty_into(self.audit)
            self.audit.beat(now)
        except (LedgerUnavailable, OSError):
            self.troubles.fails(NOT_WRITTEN, now)
        else:
            self._works(now)

    def _works(self, now: int) -> None:
        for code in (NOT_WRITTEN, NOT_ASIDE):
            self.troubles.works(code, now)

    def _write_aside(self, reads: Sequence[Read], opened: list[Opened], broken: LedgerUnavailable) -> list[Opened]:
        left = [one if one.outcome != SHOWN or may_not_wait(one) else NOT_NOTED for one in opened]
        if not any(one.outcome == SHOWN for one in left):
            raise broken
        try:
            self.spool.keep([read._replace(outcome=one.noted) for read, one in zip(reads, left, strict=True)])
        except OSError as full:
            self.troubles.fails(NOT_ASIDE, reads[0].at)
            raise broken from full
        return left

    def close(self) -> None:
        """Finish the audit's waiting rows. What is in the spool stays there."""
        self.audit.close()


def open_notes(where: Where, data: Path) -> Notes:
    """The read audit beside the ledger at ``where``, with the spool in the data folder."""
    again = (lambda: open_side(where)) if is_postgres(where) else None  # a file that was replaced is not opened in its place
    return Notes(Audit(open_side(where), again), Spool(data / "read-audit.spool"), Troubles())
