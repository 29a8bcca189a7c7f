"""Signs a head whenever something new was noted, and keeps it elsewhere; says in the health page where that fails."""

import logging
from pathlib import Path
from threading import Lock

from alongside.ledger.engine import Where
from alongside.server.audit.anchoring import anchor
from alongside.server.audit.head import Head, add_head, find_last
from alongside.server.audit.rules import AuditRules, read_audit_rules
from alongside.server.audit.signing import reach_key
from alongside.server.audit.sources import open_sources
from alongside.server.audit.standing import standing_now
from alongside.server.records.side import open_side

log = logging.getLogger(__name__)


class Keeper:
    """Owns the key. ``sign`` may be called from any thread."""

    def __init__(self, where: Where, data: Path, rules: AuditRules) -> None:
        self.rules, self._where, self._key, self._lock = rules, where, reach_key(data), Lock()
        self.failed: list[str] = []  # places that did not take the last head

    def sign(self, now: int) -> Head | None:
        """A new head, unless nothing happened since the last one."""
        with self._lock:
            side = open_side(self._where)
            try:
                last = find_last(side)
                with open_sources(self._where) as sources:
                    standing = standing_now(sources, last)
                if last is not None and last[2:9] == tuple(standing):
                    return None
                head = add_head(side, standing, self._key, now)
            finally:
                side.close()
            self.failed = anchor(self.rules, head)
            return head


def open_keeper(where: Where, data: Path) -> Keeper:
    """With what ``audit.yaml`` says. Raises ``ValueError`` or :class:`LedgerRefused` with a sentence."""
    return Keeper(where, data, read_audit_rules(data))
