"""Signs a head whenever something new was noted, and keeps it elsewhere; says in the health page where that fails."""

from pathlib import Path
from threading import Lock

from alongside.ledger.engine import Where
from alongside.server.audit.anchoring import anchor
from alongside.server.audit.head import Head, add_head, find_last
from alongside.server.audit.rules import AuditRules, read_audit_rules
from alongside.server.audit.signing import list_own, reach_key
from alongside.server.audit.sources import open_sources
from alongside.server.audit.standing import standing_now
from alongside.server.records.side import open_side
from alongside.server.records.troubles import Troubles

NOT_SIGNED, NOT_KEPT = "not_signed", "not_kept"


class Keeper:
    """Owns the key. ``sign`` may be called from any thread."""

    def __init__(self, where: Where, data: Path, rules: AuditRules, troubles: Troubles) -> None:
        self.rules, self._where, self._key, self._lock = rules, where, reach_key(data), Lock()
        self._troubles, self._own = troubles, list_own(data)
        self._owed: dict[str, str] = {}  # places that did not take the last head, and what was wrong

    @property
    def known(self) -> frozenset[str]:
        """The public keys that are ours."""
        return self._own | self.rules.ours

    @property
    def failed(self) -> list[str]:
        """A sentence for each place that did not take the last head."""
        return list(self._owed.values())

    def sign(self, now: int) -> Head | None:
        """A new head, unless nothing happened since the last one. What goes wrong is also told (``audit/alarm.py``)."""
        try:
            head = self._sign(now)
        except Exception:
            self._troubles.fails(NOT_SIGNED, now)
            raise
        self._troubles.works(NOT_SIGNED, now)
        self._troubles.judge(NOT_KEPT, not self._owed, now)
        return head

    def keep_again(self, now: int) -> None:
        """The last head once more, where it was not taken."""
        if not self._owed:
            return
        with self._lock:
            side = open_side(self._where)
            try:
                last = find_last(side)
            finally:
                side.close()
            self._owed = anchor(self.rules, last, tuple(self._owed)) if last else {}
        self._troubles.judge(NOT_KEPT, not self._owed, now)

    def _sign(self, now: int) -> Head | None:
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
            self._owed = anchor(self.rules, head)
            return head


def open_keeper(where: Where, data: Path, troubles: Troubles | None = None) -> Keeper:
    """With what ``audit.yaml`` says. Raises ``ValueError`` or :class:`LedgerRefused` with a sentence."""
    return Keeper(where, data, read_audit_rules(data), troubles or Troubles())
