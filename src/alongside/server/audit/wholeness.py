"""Whether what was noted is still there, as it was noted: told while the server runs, each finding in the log once."""

import logging

from alongside.ledger.engine import Where
from alongside.server.audit.tables import open_alerts
from alongside.server.audit.telling import say
from alongside.server.audit.walking import Walk
from alongside.server.records.troubles import Troubles

log = logging.getLogger(__name__)
BROKEN, UNKNOWN_SIGNER = "broken", "unknown_signer"


class Wholeness:
    """Looks once a minute."""

    def __init__(self, where: Where, troubles: Troubles, known: frozenset[str]) -> None:
        self._where, self._troubles, self._walk = where, troubles, Walk(known)
        self._said: set[str] = set()

    def look(self, now: int) -> None:
        """One stretch of the old, everything new, the newest head."""
        engine = open_alerts(self._where)
        try:
            found = self._walk.look(engine)
        finally:
            engine.close()
        strangers = [one for one in found if one.code == "head_unknown_key"]
        sentences = {say(one) for one in found}
        for sentence in sorted(sentences - self._said):
            log.error("the audit is not whole: %s", sentence)
        self._said = sentences
        self._troubles.judge(BROKEN, len(found) == len(strangers), now)
        self._troubles.judge(UNKNOWN_SIGNER, not strangers, now)
