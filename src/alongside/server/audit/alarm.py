"""When the audit itself fails (CJIS AU-5): noticed within seconds, told to whoever must know, and when it works again."""

import logging

from django.db import DatabaseError

from alongside.ledger.refused import LedgerRefused
from alongside.server.audit.alarm_mail import Outbox
from alongside.server.audit.failures import keep_over
from alongside.server.audit.rules import AuditRules
from alongside.server.people.written import By, write_down
from alongside.server.records.noting import Notes
from alongside.server.records.troubles import Over, Trouble
from alongside.server.site.deployment import Deployment

log = logging.getLogger(__name__)
MINUTE_MS = 60_000


class Alarm:
    """Looks, and tells: each trouble once when it has lasted as long as ``audit.yaml`` says, and once when it is over."""

    def __init__(self, deployment: Deployment, notes: Notes, rules: AuditRules) -> None:
        self._where, self._notes, self._rules = deployment.options.ledger, notes, rules
        self._outbox = Outbox(rules.mail, deployment)
        self._told: set[Trouble] = set()

    def look(self, now: int) -> None:
        """Whether readings can be noted now; then tell what is new and what is over."""
        self._notes.try_now(now)
        self._tell_new(now)
        self._tell_over()
        self._outbox.send(now)

    def _tell_new(self, now: int) -> None:
        lasts = self._rules.tell_after_minutes * MINUTE_MS
        new = [one for one in self._notes.troubles.now if now - one.since >= lasts and one not in self._told]
        for one in new:
            log.error("the audit fails: %s, for %d s", one.code, (now - one.since) // 1_000)
        self._told.update(new)
        self._outbox.put(new)

    def _tell_over(self) -> None:
        over = self._notes.troubles.take_over()
        if not over:
            return
        try:
            keep_over(self._where, over)
            for one in over:
                write_down("audit_failed", By(""), detail=f"{one.code} {one.lasted_ms // 1_000} s")
        except (LedgerRefused, OSError, DatabaseError) as refused:
            log.error("that the audit failed cannot be written down yet: %s", refused)
            self._notes.troubles.put_back(over)
            return
        for one in over:
            log.warning("the audit works again: %s, after %d s", one.code, one.lasted_ms // 1_000)
        self._outbox.put([one for one in over if _began(one) in self._told])
        self._told -= {_began(one) for one in over}


def _began(over: Over) -> Trouble:
    return Trouble(over.code, over.since)
