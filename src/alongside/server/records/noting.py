"""Where readings are written down: the audit; while that fails, a spool for what may not wait."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from alongside.ledger.engine import Where
from alongside.ledger.refused import LedgerUnavailable
from alongside.server.records.audit import Audit, Read
from alongside.server.records.deciding import NOT_NOTED, may_not_wait
from alongside.server.records.open import SHOWN, Opened
from alongside.server.records.side import open_side
from alongside.server.records.spool import Spool


class Notes(NamedTuple):
    """The audit, and the spool for while it cannot be written."""

    audit: Audit
    spool: Spool

    def write(self, reads: Sequence[Read], opened: list[Opened]) -> list[Opened]:
        """What may be shown now that it is noted: all of it, or only what may not wait where nothing but the spool could be written.

        Raises :class:`LedgerUnavailable` where nothing may be shown.
        """
        try:
            self.spool.empty_into(self.audit)
            self.audit.write(reads)
        except LedgerUnavailable as broken:
            return self._write_aside(reads, opened, broken)
        return opened

    def _write_aside(self, reads: Sequence[Read], opened: list[Opened], broken: LedgerUnavailable) -> list[Opened]:
        left = [one if one.outcome != SHOWN or may_not_wait(one) else NOT_NOTED for one in opened]
        if not any(one.outcome == SHOWN for one in left):
            raise broken
        try:
            self.spool.keep([read._replace(outcome=one.noted) for read, one in zip(reads, left, strict=True)])
        except OSError as full:
            raise broken from full
        return left

    def close(self) -> None:
        """Finish the audit's waiting rows. What is in the spool stays there."""
        self.audit.close()


def open_notes(where: Where, data: Path) -> Notes:
    """The read audit beside the ledger at ``where``, with the spool in the data folder."""
    return Notes(Audit(open_side(where)), Spool(data / "read-audit.spool"))
